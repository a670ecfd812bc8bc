/** XML of files that nobody vouches for, read as a stream without document types and entities. */
package cn.anlan.data.xml;
