/** The Increff Sub Order ID. Always text: leading zeros count, and 20 digits are above every number type. */
export type SubOrderId = string & { readonly brand: 'SubOrderId' }

/** The Increff SKU ID ("Global SKU ID"): not the EAN, not the channel's SKU. */
export type SkuId = string & { readonly brand: 'SkuId' }
