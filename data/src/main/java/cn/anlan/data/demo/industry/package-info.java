/** Enterprises of the demonstration province, their risk points and chemical projects. */
package cn.anlan.data.demo.industry;
