type Account = { network: string; handle: string; externalId: string };

/** The pages of one network that people are sent to. */
type Pages = {
  /** Opens a private message to the account. */
  message: (account: Pick<Account, 'externalId'>) => string;
  /** Offers to follow the account. */
  follow: (account: Account) => string;
  profile: (handle: string) => string;
  /** One public post; the network finds its author by itself. */
  post: (externalId: string) => string;
  /** Where private messages are read in the network's own app. */
  messages: string;
};

const pages: Record<string, Pages> = {
  x: {
    message: ({ externalId }) => `https://x.com/messages/compose?recipient_id=${externalId}`,
    follow: ({ handle }) => `https://x.com/intent/follow?screen_name=${handle}`,
    profile: (handle) => `https://x.com/${handle}`,
    post: (externalId) => `https://x.com/i/status/${externalId}`,
    messages: 'https://x.com/messages',
  },
};

/** The pages of a network, in the forms that it documents; undefined for one that we do not speak. */
export function pagesOf(network: string): Pages | undefined {
  return pages[network];
}
