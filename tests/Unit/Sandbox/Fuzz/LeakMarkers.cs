using System.Text.Json;
using HeiChartViewer.Sandbox;
using HeiChartViewer.Tests.Unit.Sandbox.Contract;

namespace HeiChartViewer.Tests.Unit.Sandbox.Fuzz;

/// <summary>
/// Pieces of what every operation of the tenant answers, each with the grants that let it be read. A piece in an
/// answer to anybody else is a leak.
/// </summary>
internal sealed class LeakMarkers
{
    private const int Length = 48;
    private const int PerAnswer = 8;

    /// <summary>What more kinds of answers say is vocabulary, such as the name of a code system, and nobody's secret.</summary>
    private const int MostReaders = 3;

    /// <summary>What is around the items says nothing of them.</summary>
    private static readonly string[] Envelope = ["Results\"", "_results\"", "Link\""];

    private readonly List<(string Text, HashSet<string> Grants)> _markers = [];

    private LeakMarkers() { }

    /// <summary>The operations that a piece was taken of.</summary>
    public HashSet<string> Operations { get; } = [];

    /// <summary>Asks every operation about some patients, as somebody who may read everything.</summary>
    public static async Task<LeakMarkers> LearnAsync(
        InProcessServer server,
        IReadOnlyList<string> patients,
        HostileRequests requests
    )
    {
        var markers = new LeakMarkers();
        var answers = new List<(string Grant, string Text)>();
        var pieces = new List<(string Text, TenantOperation Of)>();
        var random = new Random(1);
        foreach (var operation in TenantOperations.All.Where(IsRead))
        foreach (var patient in operation.IsOfPatient ? patients : [""])
        {
            if (await operation.PathAsync(patient, path => GetAsync(server, path)) is not { } path)
                continue;
            var (address, query) = Split(path);
            if (!requests.Good.TryGetValue(operation.Template, out var good))
                requests.Good[operation.Template] = good = [];
            good.Add((address, query));
            var (status, text, _) = await AskAsync(
                server,
                operation.Method,
                address,
                query,
                operation.Body
            );
            // Nobody's registry is the older generation's empty answer.
            Assert.True(status == operation.Status || status == 204, $"{status} {path}");
            answers.Add((GrantOf(operation), text));
            for (var i = 0; i < PerAnswer && text.Length > Length; i++)
                pieces.Add((text.Substring(random.Next(text.Length - Length), Length), operation));
            if (query.Length == 0 && text.Contains("cursor=", StringComparison.Ordinal))
                requests.Cursors.Add(text.Split("cursor=")[1].Split('"')[0]);
        }
        foreach (var (piece, operation) in pieces.DistinctBy(piece => piece.Text))
        {
            HashSet<string> readers =
            [
                .. answers
                    .Where(answer => answer.Text.Contains(piece, StringComparison.Ordinal))
                    .Select(answer => answer.Grant),
            ];
            if (readers.Count > MostReaders || Envelope.Any(piece.Contains))
                continue;
            markers._markers.Add((piece, readers));
            markers.Operations.Add(operation.ToString());
        }
        return markers;
    }

    /// <summary>What an answer holds that its reader was not granted; null where it holds nothing of the kind.</summary>
    public string? Leaked(string text, IReadOnlyCollection<string> grants)
    {
        if (text.Length < Length)
            return null;
        foreach (var (marker, readers) in _markers)
            if (
                !readers.Any(reader =>
                    grants.Any(grant =>
                        reader == grant || reader.StartsWith($"{grant}/", StringComparison.Ordinal)
                    )
                ) && text.Contains(marker, StringComparison.Ordinal)
            )
                return $"{string.Join(", ", readers)}: {marker}";
        return null;
    }

    /// <summary>The API and the resource that an operation is granted by.</summary>
    private static string GrantOf(TenantOperation operation)
    {
        var parts = operation.Template.Split('/');
        var resource = parts.Last(part => !part.StartsWith('{'));
        return parts[1] == "legacy" ? $"{parts[2]}/{resource}" : $"{parts[1]}/{resource}";
    }

    private static bool IsRead(TenantOperation operation) =>
        operation.Method == "GET"
        || operation.Template.Contains("search", StringComparison.Ordinal);

    private static (string Path, string Query) Split(string address) =>
        address.Split('?', 2) is [var path, var query] ? (path, $"?{query}") : (address, "");

    private static async Task<JsonElement> GetAsync(InProcessServer server, string path)
    {
        var (address, query) = Split(path);
        var (_, text, _) = await AskAsync(server, "GET", address, query, null);
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }

    private static Task<(int, string, Microsoft.AspNetCore.Http.IHeaderDictionary)> AskAsync(
        InProcessServer server,
        string method,
        string path,
        string query,
        string? body
    ) =>
        server.SendAsync(
            method,
            path,
            query,
            [
                ("Authorization", $"Bearer {SandboxOptions.BearerToken}"),
                ("Content-Type", "application/json"),
            ],
            body
        );
}
