using HealtheIntent.Client.Credentials.OAuth;

namespace HealtheIntent.Client.Transport;

/// <summary>What the headers of an answer say beside its body.</summary>
internal sealed record AnswerHints
{
    /// <summary>Why a token was refused (contract 2.3).</summary>
    public OAuthProblem? Problem { get; init; }

    /// <summary>Where the platform sends a person on (contract 4.1). It is shown and never followed.</summary>
    public Uri? Location { get; init; }

    public static AnswerHints? Of(Uri asked, HttpResponseMessage response)
    {
        var problem = OAuthChallenge.Of(response);
        var location = ReadLocation(asked, response.Headers.Location);
        return problem is null && location is null
            ? null
            : new AnswerHints { Problem = problem, Location = location };
    }

    /// <summary>An address of the identifiers asked for: it never reaches a log by accident.</summary>
    public override string ToString() => nameof(AnswerHints);

    /// <summary>It is shown to a person as a link: what a browser would run is none.</summary>
    private static Uri? ReadLocation(Uri asked, Uri? location)
    {
        if (location is null || !Uri.TryCreate(asked, location, out var absolute))
            return null;
        return absolute.Scheme == Uri.UriSchemeHttps || absolute.Scheme == asked.Scheme
            ? absolute
            : null;
    }
}
