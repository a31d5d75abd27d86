/**
 * Phrases of servers for a cancelled order, with one l, in lower case. They come from the sources of order systems:
 * - "Sub order 1 is already CANCELLED", "Already cancelled": Increff, and most that check before they act
 * - "This order has already been cancelled", "Order has been canceled": the usual sentence of shops (Express, Spring,
 *   NestJS)
 * - "Order with id … was canceled": Medusa
 * - "Order 1 is in state CANCELLED, cancellation is not allowed", "in status CANCELLED": Vendure, commercetools, state
 *   machines
 * - "Cannot transition state via :cancel from :canceled": Spree and other state_machines of Ruby
 * - "Cannot transition Order from \"Cancelled\" to \"Cancelled\"": Vendure
 * - "Cannot cancel a cancelled order": domain models
 */
const BE = '(?:is|was|are|were|has been|have been|had been|has|have|been|got|gets|appears|be)'
const ADVERB = '(?:already |now |since |previously |currently |fully |just |all |both )?'
const STATE = '(?:state|status)'

const FORMS: readonly string[] = [
  // "is canceled", "has already been canceled", "is marked as canceled"
  `${BE} ${ADVERB}(?:been )?${ADVERB}(?:marked |set |flagged )?(?:as |to )?["'\\[(]?canceled`,
  // "already canceled"
  `already (?:been )?(?:marked |set )?(?:as )?["'\\[(]?canceled`,
  // "is in state canceled", "in the canceled state"
  `in (?:the |a |an )?(?:terminal |final |end |current )?${STATE}(?: of)?[ :=]{1,2}["'\\[(]?canceled`,
  `in (?:the |a |an )?["'\\[(]?canceled["'\\])]? ${STATE}`,
  // "canceled already"
  `["'\\[(]?canceled already`,
  // "status is canceled", "status: canceled"
  `${STATE}(?: is| was|:| =|=)? ?(?:already |now )?["'\\[(]?canceled`,
]

/** Matches any of the phrases as whole words, anywhere. */
export const IS_CANCELLED = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${FORMS.join('|')})(?![\\p{L}\\p{N}])["'\\])]?`,
  'gu',
)

/** Whole sentences that refuse since the order is cancelled: "from :canceled", "cannot cancel a canceled order". */
export const REFUSED_AS_CANCELLED =
  /\b(transition|change|move|switch)\b[^.;]{0,80} from (the )?(state |status )?[:"'[(]{0,2}canceled\b|\bcannot cancel (a |an |the |this )?(already )?canceled (sub[- ]?)?orders?\b|\b(you|user|customer|seller|buyer|we|they) (have |has |had )?already canceled (the |this |your |that )?(sub[- ]?)?order\b|\border canceled by (the )?(customer|buyer|seller|user|marketplace|channel|system|admin|merchant)\b|\bcanceled["')\]]? ?(->|=>|→|to) ?["'([]?canceled\b/

/** Phrases that deny, delay or question the cancellation, or limit it to a part, anywhere in the message. */
export const TAKEN_BACK =
  /\b(not|never|no longer|neither|nor|still|un-?canceled|non-?canceled|partly|partially|partial|in part|some|except|excepting|excluding|apart from|other than|remaining|the rest|only|half|almost|nearly|being canceled|canceling|cancell?ation (is |was |has been )?(in progress|requested|pending|initiated|scheduled|under way|underway|submitted)|in progress|to be canceled|will be|would be|shall be|should be|must be|must|may be|might be|could be|can be|whether|unless|until|maybe|perhaps|(is|was|been|be) (requested|scheduled)|reopened|re-opened|reinstated|restored|reactivated|reverted|reversed|revoked|undone)\b|n't\b|\?|\bif\b/

/** Phrases that contradict a code: they deny the cancellation itself, or limit it to a part. */
export const CODE_TAKEN_BACK =
  /(\b(not|never)|n't) (yet |already |been |fully |all )*canceled\b|\b(partly|partially|partial|in part|some|except|excepting|excluding|apart from|other than|remaining|the rest|half|being canceled|canceling|cancell?ation (is |was |has been )?(in progress|requested|pending|initiated|scheduled|underway)|will be canceled|reopened|re-opened|reinstated|restored|reactivated|reverted|reversed|revoked|undone)\b/

/** States that a cancelled order cannot have. Beside them, "cancelled" speaks of another subject, or of a part. */
export const OTHER_STATE =
  /\b(shipped|dispatched|delivered|invoiced|packed|picked|picking|picklist|processing|processed|fulfilled|fulfillable|completed|filled|returned|handed over|in transit|out for delivery|manifested|paid|billed)\b/

/**
 * Clauses that follow from a cancellation, and deny nothing: "cannot be canceled again", "cancellation is not allowed".
 * They are removed before the search. Where they have another subject ("the sub order cannot be cancelled" after a line
 * item), the search notices that subject.
 */
export const CONSEQUENCE =
  /\b(and |so |hence |therefore |thus |it |they |which |that )?(cannot|can not|can't|could not|couldn't|may not|must not|can no longer) (be )?(cancell?ed|canceled|cancel|processed|changed|modified|updated|edited)( again| twice| any more| anymore| any further| once more| further)?\b|\b(further )?(cancell?ation|cancel|action|operation|request|transition|change)s? (is |was |are |has been )?(not (allowed|permitted|possible|required|needed|supported|valid)|ignored|rejected|refused|denied|skipped|failed)\b|\bno (further )?(action|changes?|cancell?ation) (is |was |are )?(needed|required|possible|allowed|taken|made)\b|\b(is |are |and |therefore |thus )?(not|no longer) cancelable\b|\b(does|do|did) not (allow|permit|support) (the |a |any |further )?(cancel\w*|this|it)\b|\bnothing (to do|left to cancel|to cancel|was done|was changed)\b|\b(unable to|failed to|could not|cannot|can't|couldn't|not able to|not possible to|not allowed to) cancel\b/g

/** For a whole sub-order, cancelled line items count only where they are all line items. */
export const ALL_ITEMS =
  /\b(all|every|each)( of)?( the| its)?( requested)?( order)?[ -]?(line ?items?|items?|lines?|lineitems?|skus?)\b/
