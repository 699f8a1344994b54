using System.Net.Http.Headers;
using HealtheIntent.Client.Transport;

namespace HealtheIntent.Client;

/// <summary>A document's bytes on their way (contract 6.9). Dispose it, read to the end or not.</summary>
public sealed class DocumentBinary : IDisposable, IAsyncDisposable
{
    private readonly OpenAnswer _answer;

    internal DocumentBinary(OpenAnswer answer, BinaryStream content)
    {
        _answer = answer;
        Content = content;
        FileName = NameOf(answer.Response.Content.Headers.ContentDisposition);
    }

    /// <summary>
    /// The bytes, to be read once, forward and asynchronously. Reading raises <see cref="UnavailableException"/> where
    /// they break off (<see cref="UnavailableReason.Truncated"/>) or stop coming
    /// (<see cref="UnavailableReason.TimedOut"/>), and <see cref="ContractViolationException"/> where they are more than
    /// <see cref="LimitOptions.MaxBinaryBytes"/>.
    /// </summary>
    public Stream Content { get; }

    /// <summary>The media type the platform names, with its parameters; null when it names none. It is a claim of the source's: do not render by it unchecked.</summary>
    public string? ContentType => _answer.Response.Content.Headers.ContentType?.ToString();

    /// <summary>The number of bytes; null when the platform does not say, as with a compressed answer.</summary>
    public long? Length => _answer.Response.Content.Headers.ContentLength;

    /// <summary>
    /// The name to save the document under, without any folder; null when the platform gives none. Like the media type,
    /// a claim of the source's.
    /// </summary>
    public string? FileName { get; }

    /// <summary>The ID the platform gave to this answer; quote it to the vendor.</summary>
    public string? CorrelationId => _answer.Call.CorrelationId;

    /// <summary>Ends the download.</summary>
    public void Dispose()
    {
        Content.Dispose();
        _answer.Dispose();
    }

    /// <summary>Ends the download.</summary>
    public async ValueTask DisposeAsync()
    {
        await Content.DisposeAsync().ConfigureAwait(false);
        _answer.Dispose();
    }

    private static string? NameOf(ContentDispositionHeaderValue? disposition)
    {
        var claimed = disposition?.FileNameStar ?? disposition?.FileName?.Trim('"');
        var name = claimed?[(claimed.LastIndexOfAny(['/', '\\']) + 1)..].Trim();
        return string.IsNullOrEmpty(name) || name is "." or ".." || name.Any(char.IsControl)
            ? null
            : name;
    }
}
