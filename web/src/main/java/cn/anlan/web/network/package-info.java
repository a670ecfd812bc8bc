/** The prepared road networks of this installation: built, opened, kept up to the stored roads. */
package cn.anlan.web.network;
