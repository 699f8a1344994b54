using System.Net;
using System.Net.Http.Headers;
using HealtheIntent.Client.Resilience;
using HealtheIntent.Client.Telemetry;
using HealtheIntent.Client.Transport;

namespace HealtheIntent.Client.Sessions;

/// <summary>
/// The reads of one session: identical ones under way are one request, and one that came with a validator is asked for
/// again by it. The platform's answers are private and must be revalidated (contract 4.6): nothing is answered without
/// asking, and nothing leaves the session.
/// </summary>
internal sealed class ReadSession(int maxBytes) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly KeptAnswers _kept = new(maxBytes);
    private readonly Dictionary<(CallPriority, string), SharedRead> _underWay = [];
    private bool _ended;

    /// <summary>Reads an address, unless somebody is reading it: then waits for that answer.</summary>
    /// <param name="operation">What is read, for the counts.</param>
    /// <param name="priority">A reader at the screen does not wait for background work, which takes a reader's answer if one is on its way.</param>
    /// <param name="address">The address.</param>
    /// <param name="send">Sends the request, with the validator to ask by when there is one.</param>
    /// <param name="cancellationToken">Ends this wait; the request ends when nobody waits any more.</param>
    public Task<ReceivedAnswer> ReadAsync(
        ApiOperation operation,
        CallPriority priority,
        Uri address,
        Func<EntityTagHeaderValue?, CancellationToken, Task<ReceivedAnswer>> send,
        CancellationToken cancellationToken
    )
    {
        (CallPriority Priority, string Address) key = (priority, address.AbsoluteUri);
        SharedRead read;
        bool isShared;
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_ended, typeof(HealtheIntentClient));
            var underWay = Join(key) ?? Join(key with { Priority = CallPriority.Interactive });
            isShared = underWay is not null;
            read = underWay ?? (_underWay[key] = new SharedRead());
        }
        if (isShared)
            ClientTelemetry.Coalesced(operation, address.Host);
        else
            read.Start(token => SendAsync(operation, key, read, send, token));
        return read.WaitAsync(cancellationToken);
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _ended = true;
            _kept.Clear();
        }
    }

    private SharedRead? Join((CallPriority, string) key) =>
        _underWay.TryGetValue(key, out var read) && read.TryJoin() ? read : null;

    private async Task<ReceivedAnswer> SendAsync(
        ApiOperation operation,
        (CallPriority, string Address) key,
        SharedRead read,
        Func<EntityTagHeaderValue?, CancellationToken, Task<ReceivedAnswer>> send,
        CancellationToken cancellationToken
    )
    {
        ReceivedAnswer? kept;
        lock (_lock)
            kept = _kept.Find(key.Address);
        try
        {
            var answer = await send(kept?.Validator, cancellationToken).ConfigureAwait(false);
            if (answer.Status is HttpStatusCode.NotModified && kept is not null)
            {
                ClientTelemetry.Revalidated(operation, new Uri(key.Address).Host);
                return kept with
                {
                    CorrelationId = answer.CorrelationId,
                    ReceivedAt = answer.ReceivedAt,
                };
            }
            lock (_lock)
                if (answer is { IsSuccess: true, Validator: not null } && !_ended)
                    _kept.Keep(key.Address, answer);
                else if (answer.IsSuccess || answer.Status is HttpStatusCode.NotFound)
                    _kept.Drop(key.Address);
            return answer;
        }
        finally
        {
            lock (_lock)
                if (_underWay.TryGetValue(key, out var current) && current == read)
                    _underWay.Remove(key);
        }
    }
}
