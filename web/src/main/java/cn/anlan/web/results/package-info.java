/** Results of analysis that the demonstration province comes with. */
package cn.anlan.web.results;
