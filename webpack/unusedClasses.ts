/**
 * Beginnings of classes that no element of the screen has: looks, places and parts of antd's components that it does not
 * use. The rules for them are left out. `findUnstyled` finds an element with such a class.
 */
const UNUSED_CLASSES = [
  'badge',
  'btn-(?:background-ghost|circle|compact|group|loading|variant-(?:dashed|filled|link))',
  'drawer-(?:bottom|dragger|extra|footer|inline|resizable|top)',
  'dropdown-(?:arrow|menu-submenu|show-arrow)',
  'input-(?:borderless|clear-icon|compact|filled|group|out-of-range|search|sm|status-warning|textarea|underlined)',
  'modal-(?:confirm|loading)',
  'radio-(?:button|group-(?:block|large|small|solid|vertical))',
  'select',
  'slide-(?:left|right)',
  'tabs-(?:bottom|card|centered|editable|left|nav-add|right|tab-remove)',
]

/** Matches such a class in a selector. */
export const unusedClass = new RegExp(`\\.soc-(?:${UNUSED_CLASSES.join('|')})(?![a-z])`)
