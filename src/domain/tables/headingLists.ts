/**
 * The words that headings of exports are made of, as far as they tell what a column holds. They come from exports of
 * Increff, Unicommerce, Myntra, Flipkart, Amazon, Meesho, Shopify, WooCommerce, SAP and Excel's own templates, in the
 * languages that sellers set. They are written without accents, since `foldHeading` takes accents off.
 */

/** Parts of product words: they are also written together with other words, as in `sellerSku` and `Produktnummer`. */
export const productParts =
  /sku|product(?!ion)|produkt(?!ion)|produit|prodott|produk|produt|artikel|articul|articol|artigo|artykul|barcode|bar code|barkod|strichcode|codbarras|stilcode|stylecode|itemcode|itemid|itemname|товар|артикул|штрих|номенклатур|商品|产品|產品|货号|貨號|款号|条码|條碼|品番|品名|品目|製品|상품|제품|품목|품번|바코드|उत्पाद|आइटम|एसकेयू|वस्तु|পণ্য|منتج|صنف|สินค้า|san pham|ma hang|termek|vyrobek|zbozi|proizvod|προιον|προϊον|מוצר|פריט|محصول|کالا|பொருள்|ఉత్పత్తి|ઉત્પાદન/u
/** Product words that stand by themselves. */
export const productWords =
  / (?:item|items|article|articles|articulo|style|variant|variante|variation|variety|ean|ean13|gtin|upc|asin|fsn|fnsku|isbn|mpn|jan|hsn|material|materiale|malzeme|model|modell|modelo|listing|merchandise|goods|part|design|ware|vara|urun|tuote|produs|stok kodu|towar|indeks|barang|referencia|reference article|description|descr|size|sizes|grosse|größe|große|taille|talla|taglia|tamanho|rozmiar|beden|размер|colour|color|farbe|couleur|line|line no|line number|line id|line item) /u
/** Words that name a product if they stand alone: `Client name` names none. */
export const wholeProducts = new Set(
  (
    'reference|reference produit|reference fournisseur|referentie|referenz|referencia|riferimento|codigo|codice|kod|kode|koodi|code produit|designation|denominacion|denominazione|denominacao|denumire|' +
    'bezeichnung|kurzbezeichnung|benennung|beschreibung|omschrijving|beschrijving|descripcion|descrizione|descricao|beskrivning|beskrivelse|benamning|betegnelse|' +
    'naziv|nazwa|opis|nazev|popis|nimike|kuvaus|megnevezes|leiras|aciklama|acıklama|code|наименование|название|описание|найменування|назва|опис|περιγραφη|विवरण|वर्णन|名称|名稱|描述|説明|品名規格|설명|الوصف|البيان'
  )
    .normalize('NFC')
    .split('|'),
)
/** Words that name an amount if they stand alone: `Ordered by` and `Cancel reason` name none. */
export const wholeAmounts = new Set(
  'ordered|cancel|to cancel|units ordered|qty ordered|bestellt|storniert|besteld|pedidas|ordinati|заказано|stueck|quantite|nbre|cantidades'.split(
    '|',
  ),
)

/** Words that say something about a product, but not which product: its price, its tax, its weight. */
export const measureWords =
  / (?:price|prices|cost|costs|mrp|msrp|asp|amount|value|tax|taxes|gst|igst|cgst|sgst|vat|discount|weight|total|rate|fee|fees|charge|charges|commission|preis|prix|precio|prezzo|preco|cena|fiyat|mwst|gewicht|poids|peso|date|tax rate|status|state|condition|type|category|per|location|address|parcel|package|box) /u

/** Parts of words for an amount. */
export const amountParts =
  /qty|qnty|quantit|quantid|cantidad|kuantitas|anzahl|stuckzahl|количеств|数量|數量|件数|件數|個数|点数|수량|개수|मात्रा|পরিমাণ|كمية|كميه|จำนวน|so luong|hoeveelheid|mennyiseg|mnozstv|kolicin|cantitat|ποσοτητα|כמות|تعداد|அளவு|పరిమాణం|જથ્થો|প্রমাণ|प्रमाण/u
/** Words for an amount that stand by themselves. */
export const amountWords =
  / (?:units|packs|pieces|piece|pcs|pces|pc|nos|count|quants|qte|qtes|qta|qtd|qtde|qt|cant|ctd|menge|mengen|stuck|stuckzahl|stk|unidades|piezas|pezzi|pecas|stuks|aantal|antal|styck|szt|sztuk|sztuki|ilosc|maara|kpl|buc|darab|miktar|miktari|adet|adedi|jumlah|kol vo|кол во|шт|штук|नग|पीस|(?:no|nos|number|num|count|how many) (?:of )?(?:items|units|pieces|products|articles|skus)|(?:items?|units?|pieces?|skus?|products?) (?:count|ordered|cancelled|canceled|to cancel|number)) /u
/** Words beside which a heading names no amount of pieces. */
export const notAmountWords = / (?:price|cost|value|tax|rate|fee|type|unit of|uom|amount|discount|per) /u

/** Subjects of the columns of a table. A heading consists of these words and their companions alone. */
export const nouns = new Set(
  (
    'id ids code codes number numbers nr num name names date dates time datetime status state city town country region zip pincode postcode postal ' +
    'order orders suborder orderid suborderid invoice invoices awb tracking shipment shipping parcel package customer buyer seller vendor supplier client address phone mobile email ' +
    'warehouse location store channel marketplace courier carrier payment brand category size color colour weight stock inventory balance ' +
    'sku skus item items product products article style variant ean upc gtin asin fsn hsn material barcode qty quantity quantities units pieces pcs count price amount value mrp tax currency ' +
    'reason reference user account fulfilment fulfillment manifest picklist batch bin shelf return returns refund ' +
    'bestellung bestellnummer auftrag auftragsnummer auftragsnr artikel artikelnummer artikelnr datum ort stadt menge anzahl kunde kundennummer preis bestand lager nummer bestellnr rechnung lieferung grund plz land ' +
    'commande numero ville date client prix quantite statut article motif adresse ' +
    'pedido fecha estado ciudad cliente precio cantidad articulo existencias producto motivo codigo direccion nombre ' +
    'ordine stato citta prezzo quantita giacenza prodotto codice nome indirizzo articolo preco cidade estoque quantidade produto situacao endereco ' +
    'bestelling plaats klant voorraad aantal ordernummer zamowienie zamowienia miasto klient ilosc produkt cena stan ' +
    'siparis tarih tarihi sehir musteri stok urun miktar adet durum ' +
    'заказ заказа дата статус город клиент остаток количество цена номер артикул товар ' +
    'ऑर्डर आदेश तारीख दिनांक शहर स्थिति ग्राहक स्टॉक नाम संख्या क्रमांक मात्रा उत्पाद आइटम आईडी कोड फ़ोन फोन नंबर मोबाइल पिन'
  )
    .normalize('NFC')
    .split(' '),
)
/** Words that go with the nouns of a heading. */
export const companions = new Set(
  (
    'sub parent child master main original increff global system internal external seller client channel channels partner display line no n of the and de del da do di du der des la le el cancel cancelled canceled ordered ' +
    'shipped returned requested available pending total net gross unit base created updated modified placed delivery dispatch ship shipping billing bill promised expected cancellation last first type group class ' +
    'sr sl serial row index full short new old current source target from to on in at by inr usd eur gbp aed rs'
  ).split(' '),
)
/** Words that name a group of rows, as well as a column. */
export const groups = new Set(
  'order orders suborder suborders item items product products article articles return returns refund package parcel shipment stock inventory'.split(
    ' ',
  ),
)
/** Words that stand above a group of rows as well as above a column; `Channel` alone heads a column. */
export const captions = new Set([
  ...groups,
  ...(
    'channel marketplace store location warehouse status state city town country region type brand category payment courier carrier ' +
    'reason customer seller vendor account'
  ).split(' '),
])
/** Headings in scripts that write words without blanks between them. */
export const unspacedNouns =
  /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}]*(?:订单|訂單|日期|状态|狀態|城市|客户|库存|庫存|编号|編號|数量|數量|商品|产品|注文|日付|番号|在庫|状態|顧客|品番|주문|날짜|번호|재고|상태|수량|상품|สินค้า|จำนวน)[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}]*$/u
