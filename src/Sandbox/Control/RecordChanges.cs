using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using HeiChartViewer.Sandbox.Population;

namespace HeiChartViewer.Sandbox.Control;

/// <summary>What has changed in lists since they were written, and what is to change when a page of them was sent.</summary>
internal sealed class RecordChanges
{
    private ImmutableList<ChangeOrder> _waiting = [];
    private ImmutableList<ChangeOrder> _done = [];

    /// <summary>Another object after every change.</summary>
    public object State => _done;

    public void Add(ChangeOrder order)
    {
        if (order.AfterPage is null)
            ImmutableInterlocked.Update(ref _done, done => done.Add(order));
        else
            ImmutableInterlocked.Update(ref _waiting, waiting => waiting.Add(order));
    }

    /// <summary>Makes what waited for this page happen.</summary>
    public void PageSent(string patientId, string resource, int page)
    {
        foreach (var order in _waiting)
            if (
                order.AfterPage == page
                && order.Resource == resource
                && Is(order, patientId)
                && ImmutableInterlocked.Update(ref _waiting, waiting => waiting.Remove(order))
            )
                ImmutableInterlocked.Update(ref _done, done => done.Add(order));
    }

    public void Reset() => (_waiting, _done) = ([], []);

    public bool Concern(string patientId) => _done.Any(order => Is(order, patientId));

    public Chart Apply(string patientId, Chart chart)
    {
        var orders = _done;
        return orders.Any(order => Is(order, patientId))
            ? chart.Map(
                (kind, list) =>
                    orders
                        .Where(order => order.Resource == kind.Resource && Is(order, patientId))
                        .Aggregate(list, Apply)
            )
            : chart;
    }

    private static RecordList Apply(RecordList list, ChangeOrder order)
    {
        var subject = order.RecordId is { } id ? list.Find(id) : list.All.FirstOrDefault();
        if (subject is null)
            return list;
        return order.Change switch
        {
            ChangeKind.Added => RecordList.Of(list.All.Prepend(Copy(list, subject))),
            ChangeKind.Removed => RecordList.Of(list.All.Where(record => record != subject)),
            _ => RecordList.Of(
                list.All.Select(record => record == subject ? Amend(record) : record)
            ),
        };
    }

    private static StoredRecord Copy(RecordList list, StoredRecord record)
    {
        // Of the shape of the first id, and never one that is taken.
        var number = 1;
        string id;
        do id = new SeededIds(number++, record.Id).Hex64("copy", record.Id)[
            ..Math.Min(record.Id.Length, 64)
        ];
        while (list.Find(id) is not null);
        return Write(record, id, json => json["id"] = id);
    }

    private static StoredRecord Amend(StoredRecord record) =>
        Write(
            record,
            record.Id,
            json => json["status"] = new JsonObject { ["text"] = "Amended" }
        ) with
        {
            Statuses = ["Amended"],
        };

    private static StoredRecord Write(StoredRecord record, string id, Action<JsonObject> edit)
    {
        var json = JsonNode.Parse(record.Json.Span)!.AsObject();
        edit(json);
        return record with { Id = id, Json = JsonSerializer.SerializeToUtf8Bytes<JsonNode>(json) };
    }

    private static bool Is(ChangeOrder order, string patientId) =>
        string.Equals(order.PatientId, patientId, StringComparison.OrdinalIgnoreCase);
}
