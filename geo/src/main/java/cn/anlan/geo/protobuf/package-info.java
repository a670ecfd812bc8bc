/** The encoding of Protocol Buffers, written by hand: a few methods in place of a library. */
package cn.anlan.geo.protobuf;
