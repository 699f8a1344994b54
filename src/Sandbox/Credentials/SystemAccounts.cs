using System.Collections.Immutable;

namespace HeiChartViewer.Sandbox.Credentials;

/// <summary>The accounts of the tenant and the bearer tokens they have now.</summary>
internal sealed class SystemAccounts
{
    private readonly TimeProvider _clock;
    private readonly IReadOnlyDictionary<string, SystemAccount> _byConsumerKey;
    private ImmutableDictionary<string, BearerToken> _tokens;

    public SystemAccounts(SandboxOptions options, TimeProvider clock)
    {
        _clock = clock;
        var byName = Defaults().ToDictionary(account => account.Name, StringComparer.Ordinal);
        // What is configured under a name of the defaults takes its place.
        foreach (var account in options.Accounts)
            byName[account.Name] = account;
        All = [.. byName.Values.Select(account => new SystemAccount(account))];
        _byConsumerKey = All.Where(account => account.ConsumerKey is not null)
            .ToDictionary(account => account.ConsumerKey!, StringComparer.Ordinal);
        _tokens = FirstTokens();
    }

    public IReadOnlyList<SystemAccount> All { get; }

    /// <summary>The account that may read everything, and three that may not.</summary>
    public static IReadOnlyList<SystemAccountOptions> Defaults() =>
        [
            new()
            {
                Name = "full",
                BearerToken = SandboxOptions.BearerToken,
                ConsumerKey = SandboxOptions.ConsumerKey,
                ConsumerSecret = SandboxOptions.ConsumerSecret,
            },
            new()
            {
                Name = "limited",
                BearerToken = SandboxOptions.LimitedBearerToken,
                ConsumerKey = "7b1f4d52-93c8-4b5e-a7d0-3f6e2c9a8b14",
                ConsumerSecret = "sandbox-limited-secret",
                Grants = ["patient", "allergy", "condition"],
            },
            new()
            {
                Name = "results",
                BearerToken = "sandbox-results-token",
                ConsumerKey = "c4a85e09-6d27-4f13-8e92-51b7d0f3a6c8",
                ConsumerSecret = "sandbox-results-secret",
                Grants = ["patient", "observation", "longitudinal-record/document-references"],
            },
            new()
            {
                Name = "directory",
                BearerToken = "sandbox-directory-token",
                Grants = ["tenant", "data-source", "personnel", "organization"],
            },
        ];

    public SystemAccount? Find(string? name) =>
        name is null ? null : All.FirstOrDefault(account => account.Name == name);

    public SystemAccount? ByConsumerKey(string key) => _byConsumerKey.GetValueOrDefault(key);

    public SystemAccount? ByBearerToken(string token) =>
        _tokens.GetValueOrDefault(token) is { } known
        && (known.EndsOn is not { } end || end > _clock.GetUtcNow())
            ? known.Account
            : null;

    /// <summary>The tokens that prove an account now, the newest last.</summary>
    public IReadOnlyList<BearerToken> TokensOf(SystemAccount account) =>
        [
            .. _tokens
                .Values.Where(token =>
                    token.Account == account
                    && (token.EndsOn is not { } end || end > _clock.GetUtcNow())
                )
                .OrderBy(token => token.EndsOn ?? DateTimeOffset.MaxValue),
        ];

    /// <summary>Gives an account another bearer token; the old one goes on for the overlap, so that nobody has to be restarted at the same instant.</summary>
    public BearerToken Rotate(SystemAccount account, TimeSpan overlap)
    {
        var next = new BearerToken(RandomToken.Next(), account, null);
        var end = _clock.GetUtcNow() + overlap;
        ImmutableInterlocked.Update(
            ref _tokens,
            tokens =>
                tokens
                    .SetItems(
                        tokens
                            .Where(x => x.Value.Account == account && x.Value.EndsOn is null)
                            .Select(x => KeyValuePair.Create(x.Key, x.Value with { EndsOn = end }))
                    )
                    .SetItem(next.Value, next)
        );
        return next;
    }

    /// <summary>Gives every account its first token back.</summary>
    public void Reset() => _tokens = FirstTokens();

    internal static IEnumerable<string> Errors(IList<SystemAccountOptions> configured)
    {
        foreach (var error in configured.SelectMany(account => account.Errors()))
            yield return error;
        var names = configured.Select(account => account.Name).ToHashSet(StringComparer.Ordinal);
        var all = configured
            .Concat(Defaults().Where(account => !names.Contains(account.Name)))
            .ToArray();
        foreach (var twice in Twice(all.Select(account => account.Name)))
            yield return $"{SandboxOptions.Section}:Accounts has two accounts named '{twice}'.";
        // A credential is not repeated in a message.
        if (Twice(all.Select(account => account.BearerToken)).Any())
            yield return $"{SandboxOptions.Section}:Accounts gives two accounts one BearerToken.";
        if (Twice(all.Select(account => account.ConsumerKey).OfType<string>()).Any())
            yield return $"{SandboxOptions.Section}:Accounts gives two accounts one ConsumerKey.";
    }

    private static IEnumerable<string> Twice(IEnumerable<string> values) =>
        values
            .Where(value => value.Length > 0)
            .GroupBy(value => value, StringComparer.Ordinal)
            .Where(group => group.Count() > 1)
            .Select(group => group.Key);

    private ImmutableDictionary<string, BearerToken> FirstTokens() =>
        All.ToImmutableDictionary(
            account => account.FirstBearerToken,
            account => new BearerToken(account.FirstBearerToken, account, null),
            StringComparer.Ordinal
        );
}
