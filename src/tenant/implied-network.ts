/** The network of a file that names none: anywhere outside of the corporate network. */
export const impliedNetwork = 'internet'
