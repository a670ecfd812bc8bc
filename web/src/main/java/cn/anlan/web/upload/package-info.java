/** Files that come as the body of a request. */
package cn.anlan.web.upload;
