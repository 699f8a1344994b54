// An OpenID provider for one run of the tests: any user name may sign in, and names its own role after a dot.
//   node provider.js PORT APP_ORIGIN
import Provider from "oidc-provider";

const [port, app] = process.argv.slice(2);

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
  },
  pkce: { required: () => true },
  // The viewer that is told of sign-outs is on loopback, where the provider's own dispatcher does not go.
  fetch: (url, { dispatcher, ...options }) => fetch(url, options),
  findAccount: (_, id) => ({
    accountId: id,
    claims: () => {
      const [name, role] = id.split(".");
      return { sub: id, name, roles: role ? ["everyone", `hdi-${role}`] : ["everyone"] };
    },
  }),
});

provider.listen(Number(port), "localhost", () => console.log("ready"));
