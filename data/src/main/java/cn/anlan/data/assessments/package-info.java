/** Stored runs of the regional assessment, and the models they were made by. */
package cn.anlan.data.assessments;
