using System.Globalization;

namespace HeiChartViewer.Sandbox.Credentials;

/// <summary>Checks that every signed request must pass before its signature is looked at (contract 2.3).</summary>
internal sealed class OAuthForm(TimeProvider clock)
{
    /// <summary>How far the caller's clock may be off.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    /// <summary>Names what is missing, doubled or not understood.</summary>
    public static OAuthProblem? Check(OAuthParameters parameters, params string[] required)
    {
        if (parameters.Doubled.ToArray() is { Length: > 0 } doubled)
            return OAuthProblem.Rejected(doubled);
        var method = parameters["oauth_signature_method"];
        string[] all =
        [
            "oauth_consumer_key",
            "oauth_signature_method",
            "oauth_signature",
            .. required,
            .. method == OAuthSignature.HmacSha1
                ? (string[])["oauth_timestamp", "oauth_nonce"]
                : [],
        ];
        if (all.Where(name => parameters[name] is null).ToArray() is { Length: > 0 } absent)
            return OAuthProblem.Absent(absent);
        if (method is not (OAuthSignature.Plaintext or OAuthSignature.HmacSha1))
            return new("signature_method_rejected");
        if (parameters["oauth_version"] is not (null or "1.0"))
            return new(
                "version_rejected",
                KeyValuePair.Create("oauth_acceptable_versions", "1.0-1.0")
            );
        return parameters["oauth_timestamp"] is null || TryTimestamp(parameters, out _)
            ? null
            : OAuthProblem.Rejected(["oauth_timestamp"]);
    }

    /// <summary>Refuses a request that is too old or from too far ahead; one without a timestamp has no age.</summary>
    public OAuthProblem? CheckAge(OAuthParameters parameters)
    {
        if (!TryTimestamp(parameters, out var sent))
            return null;
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        var tolerance = (long)Tolerance.TotalSeconds;
        return sent >= now - tolerance && sent <= now + tolerance
            ? null
            : new(
                "timestamp_refused",
                KeyValuePair.Create(
                    "oauth_acceptable_timestamps",
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{now - tolerance}-{now + tolerance}"
                    )
                )
            );
    }

    private static bool TryTimestamp(OAuthParameters parameters, out long seconds) =>
        long.TryParse(
            parameters["oauth_timestamp"],
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out seconds
        );
}
