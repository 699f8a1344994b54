// An OpenID provider for one run of the tests: any user name may sign in, and names its own roles, each after a dot.
//   node provider.js PORT APP_ORIGIN [no-par]
import Provider from "oidc-provider";

const [port, app, par] = process.argv.slice(2);

let sentLogout = "";

const provider = new Provider(`http://localhost:${port}`, {
  clients: [
    {
      client_id: "heichartviewer",
      client_secret: "a-secret-of-the-tests-only",
      redirect_uris: [`${app}/sign-in/callback`],
      post_logout_redirect_uris: [`${app}/sign-out/callback`],
      backchannel_logout_uri: `${app}/sign-out/back-channel`,
      backchannel_logout_session_required: true,
    },
  ],
  claims: { openid: ["sub"], profile: ["name", "roles"] },
  cookies: { keys: ["a-key-of-the-tests-only"] },
  features: {
    backchannelLogout: { enabled: true },
    devInteractions: { enabled: true },
    pushedAuthorizationRequests: { enabled: par !== "no-par" },
  },
  pkce: { required: () => true },
  // The viewer that is told of sign-outs is on loopback, where the provider's own dispatcher does not go.
  fetch: (url, { dispatcher, ...options }) => {
    if (`${url}`.endsWith("/sign-out/back-channel")) sentLogout = `${options.body}`;
    return fetch(url, options);
  },
  findAccount: (_, id) => ({
    accountId: id,
    claims: () => {
      const [name, ...roles] = id.split(".");
      return { sub: id, name, roles: ["everyone", ...roles.map((role) => `hdi-${role}`)] };
    },
  }),
});

// What the viewer was told last, so that a test can tell it again.
provider.use((context, next) => {
  if (context.path !== "/sent-logout") return next();
  context.body = sentLogout;
});

provider.listen(Number(port), "localhost", () => console.log("ready"));
