/**
 * Layers as files and streams over HTTP: {@code GET /api/layers/{layer}/items?f=…} for what can be
 * sent row by row, {@code /api/exports} for whole files, which are made by jobs.
 */
package cn.anlan.web.export;
