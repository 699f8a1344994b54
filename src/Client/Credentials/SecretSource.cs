namespace HealtheIntent.Client.Credentials;

/// <summary>
/// A secret, read where the options say it is, each time it is needed. A file is opened only when it was written, or
/// another put in its place, since the last time. Not safe to share between threads.
/// </summary>
internal sealed class SecretSource(Func<SecretPlace> place)
{
    private FileSecret? _file;

    /// <summary>The secret.</summary>
    /// <exception cref="CredentialUnreadableException">There is none.</exception>
    public string Read()
    {
        var current = place();
        if (current.File is { Length: > 0 } path)
            return ReadFile(path, $"{current.Name}File");
        if (current.Variable is { Length: > 0 } variable)
            return Clean(Environment.GetEnvironmentVariable(variable))
                ?? throw new CredentialUnreadableException($"{current.Name}Variable");
        return Clean(current.Value) ?? throw new CredentialUnreadableException(current.Name);
    }

    /// <summary>The secret, read anew even where nothing seems to have changed.</summary>
    /// <exception cref="CredentialUnreadableException">There is none.</exception>
    public string Reread()
    {
        _file = _file is { } known ? known with { Version = null } : null;
        return Read();
    }

    /// <summary>A file that is just being replaced may be empty or away: until it is back, the last secret stands.</summary>
    private string ReadFile(string path, string key)
    {
        var known = _file?.Path == path ? _file : null;
        try
        {
            var version = FileVersion.Of(path);
            if (known?.Version == version)
                return known.Secret;
            if (Clean(File.ReadAllText(path)) is not { } secret)
                return known?.Secret ?? throw new CredentialUnreadableException(key);
            _file = new FileSecret(path, version, secret);
            return secret;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return known?.Secret ?? throw new CredentialUnreadableException(key, exception);
        }
    }

    private static string? Clean(string? text)
    {
        var secret = text?.Trim();
        // A secret with a control character or a space inside could not be one header value.
        return
            !string.IsNullOrEmpty(secret)
            && secret.All(character => character is > ' ' and < '\x7f')
            ? secret
            : null;
    }

    private sealed record FileSecret(string Path, FileVersion? Version, string Secret);
}
