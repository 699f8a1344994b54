using System.Text;
using System.Text.Json.Nodes;

namespace HeiChartViewer.Tests.E2E.Fixtures;

/// <summary>
/// One patient, in a file that the sandbox reads, whose every text field is hostile: each place in a record gets every
/// one of <see cref="HostileStrings"/> in some record.
/// </summary>
public sealed class HostilePopulation(SandboxControl sandbox)
{
    private static readonly (string Name, string Api, string Path)[] Lists =
    [
        ("demographics", "patient", "demographics"),
        ("allergies", "allergy", "allergies"),
        ("conditions", "condition", "conditions"),
        ("medications", "medication", "medications"),
        ("medicationDispenses", "longitudinal-record", "medication-dispenses"),
        ("immunizations", "immunization", "immunizations"),
        ("procedures", "procedure", "procedures"),
        ("observations", "observation", "observations"),
        ("encounters", "encounter", "encounters"),
        ("documentReferences", "longitudinal-record", "document-references"),
    ];

    /// <summary>What is no text but an address, a date, or a word that says how the rest is to be read.</summary>
    private static readonly HashSet<string> Kept =
    [
        "id",
        "dataPartitionId",
        "contentType",
        "assertedOn",
        "birthDate",
        "createdOn",
        "date",
        "deathDate",
        "dispensedOn",
        "effectiveDate",
        "effectiveOn",
        "end",
        "occurredOn",
        "onset",
        "prescribedOn",
        "resolvedOn",
        "start",
    ];

    private readonly Dictionary<string, int> _given = [];

    /// <summary>A document of plain text.</summary>
    public static readonly string PlainTextId = new('a', 64);

    /// <summary>A document of markup.</summary>
    public static readonly string MarkupId = new('b', 64);

    /// <summary>Writes the file.</summary>
    public async Task WriteAsync(SandboxPatient patient, string path)
    {
        var records = new JsonObject();
        foreach (var (name, api, slug) in Lists)
        {
            var sound = await sandbox.RecordsAsync(api, slug, patient.PatientId!);
            records[name] = new JsonArray([
                .. Enumerable
                    .Range(0, Math.Clamp(sound.Count, HostileStrings.Count, 150))
                    .Select(i => Spoiled(name, sound[i % sound.Count], i)),
            ]);
        }
        foreach (var reference in records["documentReferences"]!.AsArray())
        foreach (var content in reference!["contents"]!.AsArray())
        {
            var isMarkup = reference["contents"]!.AsArray().IndexOf(content) % 2 == 1;
            content!["contentType"] = isMarkup ? "text/html" : "text/plain";
            content["binary"] = new JsonObject { ["id"] = isMarkup ? MarkupId : PlainTextId };
        }
        var first = records["documentReferences"]![0]!;
        var second = first["contents"]![0]!.DeepClone();
        second["contentType"] = "text/html";
        second["binary"] = new JsonObject { ["id"] = MarkupId };
        first["contents"]!.AsArray().Add(second);

        var all = string.Join(
            "\n",
            Enumerable.Range(0, HostileStrings.Count).Select(HostileStrings.Of)
        );
        var population = new JsonObject
        {
            ["format"] = "sandbox-population/1",
            ["dataPartitions"] = new JsonArray([
                .. (await sandbox.DataPartitionsAsync()).Select(
                    JsonNode (partition, i) =>
                        new JsonObject
                        {
                            ["id"] = partition["id"]!.GetValue<string>(),
                            ["name"] = HostileStrings.Of(i),
                            ["kind"] = "Hospital",
                        }
                ),
            ]),
            ["patients"] = new JsonArray(
                new JsonObject
                {
                    ["key"] = "hostile",
                    ["title"] = HostileStrings.Of(0),
                    ["patientId"] = patient.PatientId,
                    ["name"] = new JsonObject
                    {
                        ["given"] = new JsonArray(HostileStrings.Of(3)),
                        ["family"] = new JsonArray(HostileStrings.Of(5)),
                    },
                    ["sex"] = "Female",
                    ["born"] = "1934-08-20",
                    ["location"] = HostileStrings.Of(1),
                    ["isCase"] = true,
                    ["sources"] = new JsonArray(
                        new JsonObject
                        {
                            ["dataPartitionId"] = patient.DataPartitionId,
                            ["personId"] = patient.PersonId,
                        }
                    ),
                    ["records"] = records,
                    ["binaries"] = new JsonObject
                    {
                        [PlainTextId] = Binary("text/plain; charset=utf-8", all),
                        [MarkupId] = Binary(
                            "text/html; charset=utf-8",
                            $"<p>Words of a letter</p>{all}"
                        ),
                    },
                }
            ),
        };
        await File.WriteAllTextAsync(path, population.ToJsonString());
    }

    private static JsonObject Binary(string contentType, string text) =>
        new()
        {
            ["contentType"] = contentType,
            ["base64"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(text)),
        };

    private JsonNode Spoiled(string list, JsonNode sound, int number)
    {
        var record = sound.DeepClone();
        Spoil(record, list);
        var id = record["id"]!.GetValue<string>();
        // The shape of the id stays, and no two are the same.
        record["id"] = $"{id[..^4]}{number:x4}";
        return record;
    }

    private void Spoil(JsonNode node, string place)
    {
        if (node is JsonArray array)
        {
            for (var i = 0; i < array.Count; i++)
                if (array[i] is JsonValue value)
                    array[i] = Text(value, place);
                else if (array[i] is { } element)
                    Spoil(element, place);
            return;
        }
        foreach (var (name, member) in node.AsObject().ToList())
        {
            // What kind of value an observation has decides which of its members is read at all.
            if (Kept.Contains(name) || (name == "type" && place == "observations.value"))
                continue;
            if (member is JsonValue value)
                node[name] = Text(value, $"{place}.{name}");
            else if (member is not null)
                Spoil(member, $"{place}.{name}");
        }
    }

    private JsonNode Text(JsonValue value, string place)
    {
        if (!value.TryGetValue<string>(out var text))
            return value.DeepClone();
        var number = _given[place] = _given.GetValueOrDefault(place, -1) + 1;
        return $"{text} {HostileStrings.Of(number % HostileStrings.Count)}";
    }
}
