package dev.qingdan.query.product;

/** Something that only its own feature should know. */
public class BrokenOtherFeature {}
