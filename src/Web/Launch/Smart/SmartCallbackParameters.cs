using System.Buffers.Text;

namespace HeiChartViewer.Web.Launch.Smart;

/// <summary>What an EHR's server sends the user back with.</summary>
/// <param name="State">Which launch it answers.</param>
/// <param name="Code">What the tokens are got for; null at an error.</param>
/// <param name="Error">The error's code, where there is one.</param>
/// <param name="Issuer">Who answers, where it says so (RFC 9207).</param>
internal sealed record SmartCallbackParameters(
    string State,
    string? Code,
    string? Error,
    string? Issuer
)
{
    private const int LongestCode = 4096;

    /// <summary>Reads a callback's query; a doubled key is refused, never "last wins" (control 19).</summary>
    /// <exception cref="SmartLaunchException">It is not an answer to any launch.</exception>
    public static SmartCallbackParameters Read(IQueryCollection query)
    {
        var state = Single(query, "state");
        if (state is not { Length: Secret.Length } || !Base64Url.IsValid(state))
            throw new SmartLaunchException(SmartRefusals.StateUnknown, "no state of the viewer's");
        var answer = new SmartCallbackParameters(
            state,
            Single(query, "code"),
            Single(query, "error"),
            Single(query, "iss")
        );
        if (answer.Code is null == answer.Error is null || answer.Code?.Length > LongestCode)
            throw new SmartLaunchException(
                SmartRefusals.RequestMalformed,
                "neither a code nor an error, or both"
            );
        return answer;
    }

    /// <summary>The one value of a key, or null where it is absent or empty.</summary>
    /// <exception cref="SmartLaunchException">The key is there more than once.</exception>
    public static string? Single(IQueryCollection query, string key) =>
        query[key] switch
        {
            [] or [null] or [""] => null,
            [var value] => value,
            _ => throw new SmartLaunchException(
                SmartRefusals.RequestMalformed,
                $"{key} is there more than once"
            ),
        };
}
