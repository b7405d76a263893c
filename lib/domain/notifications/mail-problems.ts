/** Why an e-mail did not leave. */
export type MailProblem =
  /** The server was not there, or did not answer in time. */
  | 'unreachable'
  /** It speaks no TLS, or with a certificate that nobody vouches for. */
  | 'tls'
  /** It did not let us sign in. */
  | 'sign_in'
  /** It did not take it, for now. */
  | 'later'
  /** It will never take it. */
  | 'refused'
  | 'unknown';
