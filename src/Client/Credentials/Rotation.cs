namespace HealtheIntent.Client.Credentials;

/// <summary>
/// The secret in use and the one it replaced. While a secret is being replaced, the platform may accept the old one
/// still, or the new one already, whichever this process holds.
/// </summary>
internal sealed class Rotation<T>
    where T : class, IEquatable<T>
{
    private T? _current;
    private T? _previous;

    public T Observe(T newest)
    {
        if (!newest.Equals(_current))
            (_current, _previous) = (newest, _current);
        return newest;
    }

    /// <summary>What to try after a refusal: the secret in use, else the one before; null when there is no other.</summary>
    public T? OtherThan(T? refused) =>
        _current is { } current && !current.Equals(refused) ? current
        : _previous is { } previous && !previous.Equals(refused) ? previous
        : null;
}
