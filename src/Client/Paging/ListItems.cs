namespace HealtheIntent.Client.Paging;

/// <summary>The items of a list. A list without them is a broken answer and never an empty list.</summary>
internal static class ListItems
{
    public static IReadOnlyList<T> Of<T>(ListReply<T> reply, FailedCall call)
        where T : class
    {
        if (reply.Items is null)
            throw new ContractViolationException(call, "the list has no items member.", "$.items");
        var missing = reply.Items.IndexOf(null);
        if (missing >= 0)
            throw new ContractViolationException(
                call,
                "an item of the list is null.",
                $"$.items[{missing}]"
            );
        return reply.Items!;
    }
}
