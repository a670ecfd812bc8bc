/** The regions as an import asks for them: by the words that rows use, and by place. */
package cn.anlan.data.ingest.region;
