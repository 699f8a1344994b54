using System.Globalization;
using System.Text;
using System.Text.Json;
using HeiChartViewer.Sandbox.Population;

namespace HeiChartViewer.Sandbox.Tenant;

/// <summary>Finds patients by all the criteria given, in offset pages (contract 3.2, 8.2).</summary>
internal sealed class PatientSearch(PatientRegistry patients)
{
    private const int MaximumBody = 64 * 1024;

    public async ValueTask<Answer> AnswerAsync(TenantCall call)
    {
        if (!Query.TryLimit(call.Query, out var limit, out var refusal))
            return refusal!;
        if (!Query.TryOffset(call.Query, out var offset, out refusal))
            return refusal!;
        if (!call.Http.Request.HasJsonContentType())
            return Answer.Error(
                StatusCodes.Status400BadRequest,
                new ErrorDetail("header", "Content-Type", "must be application/json")
            );

        PatientSearchCriteria? criteria;
        try
        {
            criteria = await ReadAsync(call.Http);
        }
        catch (JsonException)
        {
            return Answer.BadBody("body", "is not the JSON of a patient search");
        }
        if (criteria is null)
            return Answer.BadBody("body", "at least one criterion is required");
        if (Refuse(criteria) is { } badBody)
            return badBody;

        var found = patients.All.Where(patient => Matches(patient, criteria)).ToArray();
        return Answer.Write(json => Write(json, call, found, offset, limit));
    }

    private static async Task<PatientSearchCriteria?> ReadAsync(HttpContext http)
    {
        if (http.Request.ContentLength > MaximumBody)
            throw new JsonException();
        using var body = new MemoryStream();
        var chunk = new byte[4096];
        for (int read; (read = await http.Request.Body.ReadAsync(chunk, http.RequestAborted)) > 0; )
        {
            body.Write(chunk, 0, read);
            if (body.Length > MaximumBody)
                throw new JsonException();
        }
        return JsonSerializer.Deserialize(
            body.GetBuffer().AsSpan(0, (int)body.Length),
            TenantJson.Default.PatientSearchCriteria
        );
    }

    private static Answer? Refuse(PatientSearchCriteria criteria)
    {
        if (criteria is { Name: null, BirthDate: null, Telecom: null, Alias: null })
            return Answer.BadBody("body", "at least one criterion is required");
        if (criteria.Name is not null && Words(criteria.Name).Count == 0)
            return Answer.BadBody("name", "must not be blank");
        if (criteria.Telecom is not null && !criteria.Telecom.Any(char.IsAsciiDigit))
            return Answer.BadBody("telecom", "must hold digits");
        if (criteria.Alias is not null && string.IsNullOrWhiteSpace(criteria.Alias.Value))
            return Answer.BadBody("alias.value", "must not be blank");
        if (
            criteria.BirthDate is not null
            && !DateOnly.TryParseExact(
                criteria.BirthDate,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out _
            )
        )
            return Answer.BadBody("birthDate", "must be YYYY-MM-DD");
        return null;
    }

    private static bool Matches(Person patient, PatientSearchCriteria criteria)
    {
        var records = patient.Demographics;
        if (criteria.BirthDate is { } birthDate && !records.Any(r => r.BirthDate == birthDate))
            return false;
        if (criteria.Name is { } name)
        {
            var wanted = Words(name);
            if (
                !records
                    .SelectMany(r => r.Names)
                    .Select(n =>
                        Words($"{string.Join(' ', n.GivenNames)} {string.Join(' ', n.FamilyNames)}")
                    )
                    .Any(words =>
                        wanted.All(w => words.Any(x => x.StartsWith(w, StringComparison.Ordinal)))
                    )
            )
                return false;
        }
        if (criteria.Telecom is { } telecom)
        {
            var digits = Digits(telecom);
            if (!records.SelectMany(r => r.Telecoms ?? []).Any(t => Digits(t.Value) == digits))
                return false;
        }
        return criteria.Alias is not { } alias
            || records
                .SelectMany(r => r.Aliases ?? [])
                .Any(a =>
                    a.Value == alias.Value && (alias.System is null || alias.System == a.System)
                );
    }

    /// <summary>The words of a name, without case and without accents.</summary>
    private static List<string> Words(string name)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in Wellformed(name).Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
                word.Append(Rune.ToLowerInvariant(rune).ToString());
            else if (
                Rune.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark
                && word.Length > 0
            )
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }
        if (word.Length > 0)
            words.Add(word.ToString());
        return words;
    }

    // Half a surrogate pair cannot be normalised.
    private static string Wellformed(string text) =>
        Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static string Digits(string text) => new(text.Where(char.IsAsciiDigit).ToArray());

    private void Write(Utf8JsonWriter json, TenantCall call, Person[] found, int offset, int limit)
    {
        json.WriteStartObject();
        json.WriteStartArray("items");
        foreach (var patient in found.Skip(offset).Take(limit))
        {
            json.WriteStartObject();
            json.WriteStartObject("id");
            json.WriteString("id", patients.IdOf(patient));
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteNumber("totalResults", found.Length);
        json.WriteString("firstLink", Link(0));
        if (found.Length > limit)
            json.WriteString("lastLink", Link((found.Length - 1) / limit * limit));
        if (offset > 0)
            json.WriteString("previousLink", Link(Math.Max(0, offset - limit)));
        if (offset < found.Length - limit)
            json.WriteString("nextLink", Link(offset + limit));
        json.WriteEndObject();

        string Link(int start) => $"{call.Address}?offset={start}&limit={limit}";
    }
}
