using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using HealtheIntent.Client.Transport;

namespace HealtheIntent.Client.Paging;

/// <summary>A list whose pages are had by their numbers (contract 8.2): by its links, and by its total where it gives none.</summary>
internal sealed class OffsetPages<T>(
    ApiOperation operation,
    Uri first,
    int offset,
    JsonTypeInfo<ListReply<T>> type,
    byte[]? body = null
) : CursorPages<T>(operation, first, type, body)
    where T : class
{
    private readonly JsonTypeInfo<T> _itemType =
        (JsonTypeInfo<T>)type.Options.GetTypeInfo(typeof(T));

    protected override Uri? NextOf(ListReply<T> reply, Uri address, FailedCall call)
    {
        var reached = PageLink.OffsetOf(address, offset) + reply.Items!.Count;
        var next =
            base.NextOf(reply, address, call)
            ?? (
                reply.TotalResults > reached && reply.Items.Count > 0
                    ? PageLink.AtOffset(First, reached)
                    : null
            );
        return next is null || reply.Items.Count > 0
            ? next
            : throw new ContractViolationException(
                call,
                "the list goes on without items.",
                NextPath
            );
    }

    /// <summary>A platform that does not know the offset answers the same items again; their JSON tells, for not all have IDs.</summary>
    protected override IReadOnlyList<string?>? KeysOf(ListReply<T> reply, Uri address, Uri? next) =>
        !string.IsNullOrWhiteSpace(reply.NextLink) || (next is null && address == First)
            ? null
            : [.. reply.Items!.Select(item => JsonSerializer.Serialize(item!, _itemType))];
}
