/** What a file says of itself: the plan it was made by, and the facts of its rows. */
package cn.anlan.data.export.metadata;
