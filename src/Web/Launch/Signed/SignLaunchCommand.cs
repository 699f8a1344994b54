using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace HeiChartViewer.Web.Launch.Signed;

/// <summary>The command <c>sign-launch</c>: makes a launch as a host would, for integrators to try the viewer with.</summary>
internal static class SignLaunchCommand
{
    /// <summary>The word on the command line.</summary>
    public const string Verb = "sign-launch";

    private const string Usage = """
        sign-launch --Patient ID --DataPartition UUID   prints a link that opens the patient's chart once, for 90 seconds
          --User ID --Name NAME                         who opens it
          --Purpose CODE                                why; TREAT where nothing is said
          --App ADDRESS                                 the viewer; http://127.0.0.1:5080 where nothing is said
        The development key that signs is believed by a viewer beside its sandbox, and by no other.
        """;

    private static readonly TimeSpan Life = TimeSpan.FromSeconds(90);

    /// <summary>Runs it.</summary>
    /// <returns>0, or 64 where something is missing.</returns>
    public static async Task<int> RunAsync(
        string[] args,
        string keyFile,
        TimeProvider clock,
        TextWriter console
    )
    {
        var settings = new ConfigurationBuilder().AddCommandLine(args).Build();
        if (
            settings["Patient"] is not { } patient
            || settings["DataPartition"] is not { } partition
        )
        {
            await console.WriteLineAsync(Usage);
            return 64;
        }
        var launch = new Uri(new Uri(settings["App"] ?? "http://127.0.0.1:5080"), "/launch");
        var now = clock.GetUtcNow();
        var token = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(
            new SecurityTokenDescriptor
            {
                TokenType = SignedLaunchCheck.Type,
                SigningCredentials = DevelopmentKey.Load(keyFile),
                Claims = new Dictionary<string, object>
                {
                    ["iss"] = DevelopmentKey.Issuer,
                    ["aud"] = launch.ToString(),
                    ["iat"] = now.ToUnixTimeSeconds(),
                    ["nbf"] = now.ToUnixTimeSeconds(),
                    ["exp"] = (now + Life).ToUnixTimeSeconds(),
                    ["jti"] = Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(16)),
                    ["sub"] = settings["User"] ?? "integrator",
                    ["name"] = settings["Name"] ?? "Integrator",
                    ["patient"] = patient,
                    ["data_partition"] = partition,
                    ["purpose_of_use"] = settings["Purpose"] ?? "TREAT",
                },
            }
        );
        await console.WriteLineAsync($"{launch}?{SignedLaunch.Token}={token}");
        return 0;
    }
}
