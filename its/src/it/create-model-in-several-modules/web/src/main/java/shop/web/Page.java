package shop.web;

import shop.Purchase;

/** A module that uses the model and adds nothing to it. */
public record Page(Purchase purchase) {}
