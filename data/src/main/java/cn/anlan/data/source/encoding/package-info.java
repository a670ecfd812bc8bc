/** In which encoding texts are: declared, or told by the texts themselves with its odds. */
package cn.anlan.data.source.encoding;
