/** Long steep downgrades of the stored roads, beside the register of them. */
package cn.anlan.web.downgrade;
