using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace HeiChartViewer.Web.Launch.Signed;

/// <summary>A key to try signed launches out with; it lies in the user's own data, and only the sandbox believes it.</summary>
internal static class DevelopmentKey
{
    /// <summary>The <c>iss</c> of what it signs.</summary>
    public const string Issuer = "urn:heichartviewer:development";

    /// <summary>Where it lies.</summary>
    public static string File { get; } =
        Path.Combine(
            Environment.GetFolderPath(
                Environment.SpecialFolder.LocalApplicationData,
                Environment.SpecialFolderOption.Create
            ),
            "HeiChartViewer",
            "development-key.json"
        );

    /// <summary>The key in a file, which is made at the first use.</summary>
    public static SigningCredentials Load(string file)
    {
        if (!System.IO.File.Exists(file))
            Make(file);
        var key = new JsonWebKeySet(System.IO.File.ReadAllText(file)).Keys[0];
        return new SigningCredentials(key, SecurityAlgorithms.EcdsaSha256);
    }

    private static void Make(string file)
    {
        using var ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var made = ecdsa.ExportParameters(includePrivateParameters: true);
        var set = new
        {
            keys = new[]
            {
                new
                {
                    kty = "EC",
                    crv = "P-256",
                    use = "sig",
                    kid = Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(9)),
                    x = Base64UrlEncoder.Encode(made.Q.X),
                    y = Base64UrlEncoder.Encode(made.Q.Y),
                    d = Base64UrlEncoder.Encode(made.D),
                },
            },
        };
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var stream = new FileStream(file, options);
        JsonSerializer.Serialize(stream, set);
    }
}
