using HeiChartViewer.Sandbox.Control;
using HeiChartViewer.Sandbox.Credentials;
using HeiChartViewer.Sandbox.Smart;

namespace HeiChartViewer.Sandbox.Ehr;

/// <summary>A launch that the EHR signs, for hosts that cannot do OAuth: who opens whom, and why.</summary>
internal sealed class SignedLaunch(
    SigningKey key,
    SmartAddresses addresses,
    AppLink app,
    SmartConduct conduct,
    TimeProvider clock
)
{
    /// <summary>Tells a launch from an id_token or an access token (control 14).</summary>
    public const string Type = "launch+jwt";

    private static readonly TimeSpan Life = TimeSpan.FromSeconds(90);

    // The jti that every replayed launch has.
    private readonly string _replayed = RandomToken.Next();

    /// <summary>The issuer of the launches.</summary>
    public string Issuer => $"{addresses.Origin}/ehr";

    public object Keys() => key.JwkSet();

    public string For(WorklistRow row, Clinician user)
    {
        var issued = conduct.Is(SmartMisbehaviour.SignedLaunchExpired)
            ? clock.GetUtcNow() - TimeSpan.FromMinutes(10)
            : clock.GetUtcNow();
        return key.Sign(
            new Dictionary<string, object>
            {
                ["iss"] = Issuer,
                ["aud"] = conduct.Is(SmartMisbehaviour.SignedLaunchWrongAudience)
                    ? "https://another-app.example.org/launch"
                    : app.LaunchUrl,
                ["iat"] = issued.ToUnixTimeSeconds(),
                ["nbf"] = issued.ToUnixTimeSeconds(),
                ["exp"] = (issued + Life).ToUnixTimeSeconds(),
                ["jti"] = conduct.Is(SmartMisbehaviour.SignedLaunchReplayed)
                    ? _replayed
                    : RandomToken.Next(),
                ["sub"] = user.Id,
                ["name"] = user.Name,
                ["patient"] = row.Source.PersonId,
                ["data_partition"] = row.Source.Partition.Id,
                ["encounter"] = EhrEncounter.Of(row.Source),
                ["purpose_of_use"] = "TREAT",
            },
            Type,
            conduct.Is(SmartMisbehaviour.SignedLaunchBadSignature)
                ? SignatureFlaw.BadSignature
                : SignatureFlaw.None
        );
    }
}
