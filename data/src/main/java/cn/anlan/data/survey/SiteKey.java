package cn.anlan.data.survey;

/** A site by layer and business key, as surveys name it. */
public record SiteKey(String layer, String code) {}
