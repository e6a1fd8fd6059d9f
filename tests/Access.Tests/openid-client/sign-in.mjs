// Signs in to Access with openid-client, a certified client: discovery, client credentials, token exchange, authorization code with PKCE
// through the form, user info, refresh with rotation, sign-out.
// Standard input: {"issuer", "redirect", "signedOut", "portalSecret", "serviceSecret", "account", "password"}; standard output: what was seen, as JSON.
import { webcrypto } from 'node:crypto';

globalThis.crypto ??= webcrypto;    // Debian's Node 18 has them, but not as globals
globalThis.CryptoKey ??= webcrypto.CryptoKey;
const client = await import('openid-client');

const input = JSON.parse(await new Promise(done => { let text = ''; process.stdin.on('data', d => text += d).on('end', () => done(text)); }));
const seen = {};

async function discovered(id, authentication) {
  const configuration = await client.discovery(new URL(input.issuer), id, undefined, authentication, { execute: [client.allowInsecureRequests] });
  client.enableNonRepudiationChecks(configuration);    // also verify signatures of what came over a channel of our own
  return configuration;
}

/** A browser that keeps cookies and follows redirects up to an address. */
class Browser {
  cookies = new Map();

  async send(address, form) {
    const answer = await fetch(address, {
      method: form ? 'POST' : 'GET',
      body: form ? new URLSearchParams(form) : undefined,
      headers: { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      redirect: 'manual',
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie);
      if (value) this.cookies.set(name, value); else this.cookies.delete(name);
    }
    return { status: answer.status, location: answer.headers.get('location'), text: await answer.text(), address: new URL(address) };
  }

  async follow(address, form, stop) {
    let page = await this.send(address, form);
    while (page.location) {
      const next = new URL(page.location, page.address);
      if (next.href.startsWith(stop)) return { ...page, address: next };
      page = await this.send(next);
    }
    return page;
  }
}

async function refused(work) {
  try {
    await work();
    return 'nothing';
  } catch (error) {
    return error.error ?? error.code ?? String(error);
  }
}

const service = await discovered('registry', client.ClientSecretBasic(input.serviceSecret));
const own = await client.clientCredentialsGrant(service, { audience: 'recruitment' });
seen.own = { type: own.token_type, expiresIn: own.expires_in };

seen.wrongSecret = {};
for (const [way, authentication] of [['basic', client.ClientSecretBasic], ['post', client.ClientSecretPost]]) {
  const portal = await discovered('portal', authentication(input.portalSecret));
  const wrong = await discovered('registry', authentication('not the secret'));
  seen.wrongSecret[way] = await refused(() => client.clientCredentialsGrant(wrong, { audience: 'recruitment' }));

  const verifier = client.randomPKCECodeVerifier();
  const [state, nonce] = [client.randomState(), client.randomNonce()];
  const start = client.buildAuthorizationUrl(portal, {
    redirect_uri: input.redirect, scope: 'openid profile offline_access', state, nonce,
    code_challenge: await client.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256', max_age: '3600',
  });

  const browser = new Browser();
  const form = await browser.follow(start, undefined, input.redirect);
  const fields = Object.fromEntries([...form.text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)].map(([, name, value]) => [name, value.replaceAll('&amp;', '&')]));
  const back = await browser.follow(new URL('/connect/login', input.issuer), { ...fields, account: input.account, password: input.password }, input.redirect);

  const tokens = await client.authorizationCodeGrant(portal, back.address, { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, maxAge: 3600, idTokenExpected: true });
  const claims = tokens.claims();
  const user = await client.fetchUserInfo(portal, tokens.access_token, claims.sub);
  const next = await client.refreshTokenGrant(portal, tokens.refresh_token);
  const exchanged = await client.genericGrantRequest(service, 'urn:ietf:params:oauth:grant-type:token-exchange', {
    subject_token: next.access_token, subject_token_type: 'urn:ietf:params:oauth:token-type:access_token', audience: 'recruitment',
  });
  seen[way] = {
    subject: claims.sub, audience: claims.aud, name: user.preferred_username, country: user.country, roles: user.roles,
    scope: tokens.scope, rotated: next.refresh_token !== tokens.refresh_token, exchangedType: exchanged.issued_token_type,
    codeAgain: await refused(() => client.authorizationCodeGrant(portal, back.address, { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, maxAge: 3600 })),
    refreshAfterwards: await refused(() => client.refreshTokenGrant(portal, next.refresh_token)),
  };

  const end = client.buildEndSessionUrl(portal, { post_logout_redirect_uri: input.signedOut, id_token_hint: tokens.id_token, state: 'gone' });
  seen[way].signedOut = (await browser.follow(end, undefined, input.signedOut)).address.href;
  const silent = new URL(start);
  silent.searchParams.set('prompt', 'none');
  const after = await browser.follow(silent, undefined, input.redirect);
  seen[way].afterwards = await refused(() => client.authorizationCodeGrant(portal, after.address, { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce }));
}

console.log(JSON.stringify(seen));
