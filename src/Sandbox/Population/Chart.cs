using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HeiChartViewer.Sandbox.Population;

/// <summary>A patient's record while it is being written: what happens is told once, and the sources record it.</summary>
public sealed class Chart
{
    /// <summary>The day on which every record of the sandbox ends; the population does not depend on the clock.</summary>
    public static readonly DateOnly Today = new(2026, 11, 23);

    private static readonly JsonSerializerOptions Compact = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly Ids _ids;
    private readonly Dictionary<string, List<(string Order, Record Record)>> _records = [];
    private readonly Dictionary<string, string> _binaries = [];
    private int _number;

    /// <summary>Begins a record.</summary>
    public Chart(Person person, Ids ids, IReadOnlyList<(Partition Partition, string PersonId)> sources)
    {
        Person = person;
        _ids = ids;
        Sources = sources;
        Random = new Random(ids.Seed(person.Case));
        foreach (var path in Paths)
            _records[path] = [];
    }

    /// <summary>The lists a patient has, by the last word of their path.</summary>
    public static IReadOnlyList<string> Paths { get; } =
    [
        "demographics",
        "allergies",
        "conditions",
        "medications",
        "immunizations",
        "procedures",
        "observations",
        "encounters",
        "document-references",
        "medication-dispenses",
    ];

    /// <summary>Whose it is.</summary>
    public Person Person { get; }

    /// <summary>Who records.</summary>
    public IReadOnlyList<(Partition Partition, string PersonId)> Sources { get; }

    /// <summary>Chance, the same at every start.</summary>
    public Random Random { get; }

    /// <summary>The lists, in a fixed order.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Record>> Records =>
        _records.ToDictionary(
            list => list.Key,
            list => (IReadOnlyList<Record>)[.. list.Value.OrderByDescending(entry => entry.Order, StringComparer.Ordinal).ThenBy(entry => entry.Record.Id, StringComparer.Ordinal).Select(entry => entry.Record)]
        );

    /// <summary>The texts of the documents.</summary>
    public IReadOnlyDictionary<string, string> Binaries => _binaries;

    /// <summary>A day in the patient's life, not before birth and not after death or today.</summary>
    public DateOnly Day(DateOnly wished)
    {
        var last = Person.Died ?? Today;
        return wished < Person.Born ? Person.Born : wished > last ? last : wished;
    }

    /// <summary>Writes a record down.</summary>
    /// <param name="path">The list.</param>
    /// <param name="when">What orders it.</param>
    /// <param name="source">Which of the sources records it.</param>
    /// <param name="status">Its status, or null where it has none.</param>
    /// <param name="members">Its members besides id, source and status.</param>
    /// <param name="encounter">The encounter it belongs to.</param>
    /// <returns>Its id.</returns>
    public string Add(string path, string when, int source, string? status, JsonObject members, string? encounter = null)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{Person.Case}/{path}/{_number++}");
        var id = path switch
        {
            "conditions" or "immunizations" => _ids.Long(name),
            "medications" or "procedures" or "demographics" or "document-references" or "medication-dispenses" => _ids.Hex(name),
            _ => _ids.Uuid(name),
        };
        var (partition, personId) = Sources[source % Sources.Count];
        var json = new JsonObject
        {
            ["id"] = id,
            ["sourceIdentifier"] = new JsonObject
            {
                ["dataPartitionId"] = partition.Id,
                ["id"] = path == "demographics" ? personId : _ids.Number("local/" + name, 9),
            },
        };
        if (status is not null)
            json["status"] = Wire.Concept(Codes.Status(status));
        foreach (var (key, value) in members)
            json[key] = value?.DeepClone();
        if (encounter is not null)
            json["encounter"] = Wire.Reference(encounter);
        var bytes = Encoding.UTF8.GetBytes(json.ToJsonString(Compact));
        _records[path].Add((when, new Record(id, bytes, status is null ? [] : [status])));
        return id;
    }

    /// <summary>Keeps the text of a document.</summary>
    /// <returns>The binary's id.</returns>
    public string AddBinary(string text)
    {
        var id = _ids.Hex(string.Create(CultureInfo.InvariantCulture, $"{Person.Case}/binary/{_binaries.Count}"));
        _binaries[id] = text;
        return id;
    }

    /// <summary>The text with the patient's own word in it, where the patient has one.</summary>
    public string Say(string text) => Person.Sentinel is null ? text : $"{text} {Person.Sentinel}";

    /// <summary>A moment of a day, by the clock of the place that records it.</summary>
    public static string At(DateOnly day, int hour, int minute = 0, string zone = "Z") =>
        string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}T{hour:00}:{minute:00}:00.000{zone}");

    /// <summary>A day.</summary>
    public static string On(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
