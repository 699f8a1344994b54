namespace HealtheIntent.Client.Credentials;

/// <summary>
/// The bearer token, read where the options say it is, each time it is needed: a token is replaced while the client runs
/// (contract 2.2). A file is opened only when it was written since the last time.
/// </summary>
internal sealed class BearerCredential(Func<CredentialOptions> options)
{
    private FileToken? _file;

    /// <summary>The token to send.</summary>
    /// <exception cref="CredentialUnreadableException">There is none.</exception>
    public string Read()
    {
        var current = options();
        if (current.BearerTokenFile is { Length: > 0 } path)
            return ReadFile(path);
        if (current.BearerTokenVariable is { Length: > 0 } variable)
            return Clean(
                Environment.GetEnvironmentVariable(variable),
                nameof(CredentialOptions.BearerTokenVariable)
            );
        return Clean(current.BearerToken, nameof(CredentialOptions.BearerToken));
    }

    /// <summary>The token, read anew even where nothing seems to have changed.</summary>
    /// <exception cref="CredentialUnreadableException">There is none.</exception>
    public string Reread()
    {
        _file = null;
        return Read();
    }

    private string ReadFile(string path)
    {
        const string Key = nameof(CredentialOptions.BearerTokenFile);
        try
        {
            var written = File.GetLastWriteTimeUtc(path);
            if (_file is { } known && known.Path == path && known.Written == written)
                return known.Token;
            var token = Clean(File.ReadAllText(path), Key);
            _file = new FileToken(path, written, token);
            return token;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CredentialUnreadableException(Key, exception);
        }
    }

    private static string Clean(string? text, string key)
    {
        var token = text?.Trim();
        // A token with a control character or a space inside could not be one header value.
        return
            !string.IsNullOrEmpty(token) && token.All(character => character is > ' ' and < '\x7f')
            ? token
            : throw new CredentialUnreadableException(key);
    }

    private sealed record FileToken(string Path, DateTime Written, string Token);
}
