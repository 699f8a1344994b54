using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace HeiChartViewer.Sandbox.Credentials;

/// <summary>
/// The keys that a token is signed and its secrets are encrypted with, made when they are first needed; nothing outlives
/// the sandbox. A service that is called with a token fetches them to verify it by itself (contract 2.3).
/// </summary>
internal sealed class OAuthKeys : IDisposable
{
    private const int AesKeySize = 16;

    private readonly Lazy<RSA> _rsa = new(() => RSA.Create(2048));
    private readonly byte[] _aesKey = RandomNumberGenerator.GetBytes(AesKeySize);

    /// <summary>The version that every token names.</summary>
    public string Version { get; } = new Guid(RandomNumberGenerator.GetBytes(16)).ToString();

    /// <summary>The key that secrets are encrypted with.</summary>
    public ReadOnlySpan<byte> AesKey => _aesKey;

    /// <summary>The key that signatures are verified with, as a SubjectPublicKeyInfo.</summary>
    public byte[] PublicKey
    {
        get
        {
            lock (_rsa)
                return _rsa.Value.ExportSubjectPublicKeyInfo();
        }
    }

    /// <summary>Signs the members of a token that come before its signature.</summary>
    [SuppressMessage(
        "Security",
        "CA5350:Do Not Use Weak Cryptographic Algorithms",
        Justification = "The platform's protocol names RSA-SHA1 and no stronger method."
    )]
    public string Sign(string members)
    {
        lock (_rsa)
            return Base64Url.EncodeToString(
                _rsa.Value.SignData(
                    Encoding.UTF8.GetBytes(members),
                    HashAlgorithmName.SHA1,
                    RSASignaturePadding.Pkcs1
                )
            );
    }

    /// <summary>Encrypts the secrets that API calls are signed with, behind a random initialization vector.</summary>
    public string Encrypt(string secrets)
    {
        using var aes = Aes.Create();
        aes.Key = _aesKey;
        aes.GenerateIV();
        return Base64Url.EncodeToString([
            .. aes.IV,
            .. aes.EncryptCbc(Encoding.UTF8.GetBytes(secrets), aes.IV),
        ]);
    }

    public void Dispose()
    {
        if (_rsa.IsValueCreated)
            _rsa.Value.Dispose();
    }
}
