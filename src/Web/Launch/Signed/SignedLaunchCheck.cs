using System.Globalization;
using System.Text.Json;
using HealtheIntent.Client;
using HeiChartViewer.Web.Launch.Identity;
using HeiChartViewer.Web.Launch.Tokens;
using HeiChartViewer.Web.Sessions;
using HeiChartViewer.Web.SignIn;
using HeiChartViewer.Web.Tenants;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace HeiChartViewer.Web.Launch.Signed;

/// <summary>Believes a signed launch, or says what is wrong with it (controls 1 to 18).</summary>
internal sealed class SignedLaunchCheck(
    IOptions<SignedLaunchOptions> options,
    SignedLaunchKeys keys,
    UsedLaunches used,
    ViewerTenants tenants,
    TimeProvider clock
)
{
    /// <summary>The header's <c>typ</c>: an id_token or an access token is no launch (control 14).</summary>
    public const string Type = "launch+jwt";

    /// <summary>The longest a launch may be good for.</summary>
    public static readonly TimeSpan LongestLife = TimeSpan.FromSeconds(120);

    private const int LongestToken = 8 * 1024;
    private const int LongestText = 200;

    // The platform has no EdDSA; a shared secret would let whoever checks launches make them.
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.EcdsaSha256,
        SecurityAlgorithms.RsaSha256,
        SecurityAlgorithms.RsaSsaPssSha256,
    ];

    /// <summary>What a launch proves, where it is new.</summary>
    /// <param name="text">The token, as it came.</param>
    /// <param name="audience">Whom it must be meant for, where the configuration does not say.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="SignedLaunchException">It proves nothing.</exception>
    public async Task<BelievedLaunch> CheckAsync(
        string text,
        string audience,
        CancellationToken cancellation
    )
    {
        if (text.Length > LongestToken)
            throw new SignedLaunchException("too long");
        var token = SignedToken.Parse(text) ?? throw new SignedLaunchException("not readable");
        if (!Algorithms.Contains(token.Alg))
            throw new SignedLaunchException("algorithm");
        var issuer =
            options.Value.Issuers.Values.FirstOrDefault(known => known.Issuer == token.Issuer)
            ?? throw new SignedLaunchException("issuer");
        try
        {
            return await BelieveAsync(token, issuer, audience, cancellation);
        }
        catch (SignedLaunchException error)
        {
            error.Issuer = issuer;
            throw;
        }
    }

    private async Task<BelievedLaunch> BelieveAsync(
        JsonWebToken token,
        SignedIssuerOptions issuer,
        string audience,
        CancellationToken cancellation
    )
    {
        var flaw = await SignedToken.FlawAsync(
            token,
            new TokenValidationParameters
            {
                ValidAlgorithms = Algorithms,
                ValidTypes = [Type],
                ValidIssuer = issuer.Issuer,
                ValidAudience = options.Value.Audience ?? audience,
                LifetimeValidator = (_, _, _, _) => true,
            },
            (than, stop) => keys.FindAsync(issuer, than, stop),
            cancellation
        );
        if (flaw is not null)
            throw new SignedLaunchException(flaw);
        var end = CheckLifetime(token);
        var launch = Read(token, issuer);
        var id = Text(token, "jti") ?? throw new SignedLaunchException("jti");
        return new BelievedLaunch(launch, issuer, id, end + SignedToken.Skew);
    }

    /// <summary>Uses a launch up: last, so that a token that is wrong in any other way uses nothing.</summary>
    /// <exception cref="SignedLaunchException">It was used before, and proves nothing.</exception>
    public async Task<ProvenLaunch> UseAsync(
        BelievedLaunch launch,
        CancellationToken cancellation
    ) =>
        await used.TryUseAsync(launch.Issuer.Issuer, launch.Id, launch.Until, cancellation)
            ? launch.Launch
            : throw new SignedLaunchException("replayed") { Issuer = launch.Issuer };

    private DateTimeOffset CheckLifetime(JsonWebToken token)
    {
        var now = clock.GetUtcNow();
        var issued = Moment(token, "iat");
        var from = Moment(token, "nbf");
        var end = Moment(token, "exp");
        if (end - issued > LongestLife || end <= issued)
            throw new SignedLaunchException("lifetime");
        if (end + SignedToken.Skew <= now)
            throw new SignedLaunchException("expired");
        if (issued - SignedToken.Skew > now || from - SignedToken.Skew > now)
            throw new SignedLaunchException("not yet valid");
        return end;
    }

    private ProvenLaunch Read(JsonWebToken token, SignedIssuerOptions issuer)
    {
        var population = tenants.PopulationOf(issuer.OfTenant, issuer.PopulationId);
        var user = Text(token, "sub") ?? throw new SignedLaunchException("sub");
        var partition = Text(token, "data_partition");
        if (
            partition is null
            || !issuer.DataPartitions.Contains(partition, StringComparer.OrdinalIgnoreCase)
            || population.Tenant.Partitions.Find(partition) is not { } known
        )
            throw new SignedLaunchException("data partition");
        var patient =
            Text(token, "patient") is { } text && LocalPersonId.Normalise(text) is { } id
                ? id
                : throw new SignedLaunchException("patient");
        return new ProvenLaunch(
            issuer.User($"{issuer.Issuer}#{user}", Text(token, "name") ?? user, RolesOf(token)),
            population,
            new SourceIdentifier(known.Id, patient),
            new HostContext
            {
                Issuer = issuer.Issuer,
                PurposeOfUse = Text(token, "purpose_of_use"),
                EncounterId = Text(token, "encounter"),
                Intent = Text(token, "intent"),
            }
        )
        {
            Identity = Identity(token),
            RefusesAlike = true,
        };
    }

    private static StatedIdentity? Identity(JsonWebToken token)
    {
        var family = Text(token, "patient_family");
        var given = Text(token, "patient_given");
        var sex = Text(token, "patient_sex");
        var born = Text(token, "patient_birthdate");
        if ((family ?? given ?? sex ?? born) is null)
            return null;
        DateOnly? day = null;
        if (born is not null)
            day = DateOnly.TryParseExact(
                born,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var parsed
            )
                ? parsed
                : throw new SignedLaunchException("patient_birthdate");
        return new StatedIdentity(
            family is null ? [] : [family],
            given is null ? [] : [given],
            day,
            sex
        );
    }

    /// <summary>What the host says the user is; a role that the viewer does not know grants nothing.</summary>
    private static IReadOnlyList<string>? RolesOf(JsonWebToken token)
    {
        if (!token.TryGetPayloadValue<JsonElement>("roles", out var claim))
            return null;
        var named =
            claim.ValueKind is JsonValueKind.Array ? [.. claim.EnumerateArray()] : new[] { claim };
        return named.All(role => role.ValueKind is JsonValueKind.String)
            ? [.. Roles.All.Intersect(named.Select(role => role.GetString()!))]
            : throw new SignedLaunchException("roles");
    }

    private static string? Text(JsonWebToken token, string claim)
    {
        if (
            !token.TryGetPayloadValue<string>(claim, out var text)
            || string.IsNullOrWhiteSpace(text)
        )
            return null;
        return text.Length <= LongestText ? text : throw new SignedLaunchException(claim);
    }

    private static DateTimeOffset Moment(JsonWebToken token, string claim) =>
        token.TryGetPayloadValue<long>(claim, out var seconds)
        && seconds is > 0 and < 253_402_300_799
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : throw new SignedLaunchException(claim);
}
