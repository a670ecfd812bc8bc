/**
 * What happened in the demonstration province: hazards, listings, accidents, enforcement, forms.
 */
package cn.anlan.data.demo.ledger;
