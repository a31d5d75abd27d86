/** Names of marketplaces stand above groups of IDs, each group with IDs of its own make. */
const marketplace =
  /^(?:myntra|ajio|flipkart|amazon|nykaa|meesho|tata ?cliq|snapdeal|jiomart|shopify|lazada|shopee|zalora|zalando|noon|namshi|ebay|etsy|walmart|otto|first ?cry|limeroad|paytm|website|d2c|b2b)\b/i

/** Whether a text names a marketplace. */
export const isMarketplace = (text: string): boolean => marketplace.test(text.trim())
