// Resolves a patient, then prints who it is, the allergies, and a count of the observations.
//   dotnet pack src/Client
//   dotnet run --project src/Sandbox
//   dotnet run --project docs/samples/QuickStart -- http://localhost:5090/
using HealtheIntent.Client;

const string Population = "1424e81d-8cea-4d6b-b140-d6630b684a58";
var person = new SourceIdentifier("877307a0-b5f5-4a01-9d4b-9fead6bcf788", "151579");

using var client = HealtheIntentClient.Create(
    new HealtheIntentOptions
    {
        BaseAddress = new Uri(args.FirstOrDefault() ?? "http://localhost:5090/"),
        Credential = { BearerToken = "sandbox-bearer-token" },
    }
);

try
{
    // The platform's ID is not stable: look the patient up at the start of each session.
    switch (await client.Patients.LookupAsync(Population, person))
    {
        case PatientLookup.One one:
            await ShowAsync(one.PatientId);
            return 0;
        case PatientLookup.Many:
            Console.Error.WriteLine("Several patients match. Nobody is picked.");
            return 1;
        default:
            Console.Error.WriteLine("Nobody matches.");
            return 1;
    }
}
catch (UnauthorizedException error)
{
    return Fail("The credential is not accepted: renew it.", error);
}
catch (NotGrantedException error)
{
    return Fail($"Ask for the grant of the {error.Api} API.", error);
}
catch (ThrottledException error)
{
    return Fail(
        $"Too many requests; try again in {error.RetryAfter ?? TimeSpan.FromMinutes(1)}.",
        error
    );
}
catch (UnavailableException error)
{
    return Fail($"No answer ({error.Reason}); try again.", error);
}
catch (HealtheIntentException error)
{
    return Fail("The platform did not answer as it should.", error);
}

async Task ShowAsync(string patientId)
{
    await foreach (var page in client.Patients.ListDemographicsAsync(Population, patientId))
    foreach (var record in page.Items)
        Console.WriteLine(
            $"{record.Names.FirstOrDefault()?.Formatted}, born {record.BirthDate}, {record.Gender?.Display}"
        );

    Console.WriteLine("Allergies");
    await foreach (var page in client.Allergies.ListAsync(Population, patientId))
    foreach (var allergy in page.Items)
        Console.WriteLine($"  {allergy.Code?.Display} ({allergy.Status?.Display})");

    // What came before a failure stays valid, and the list is then partial: HasMore never said no.
    var (count, complete) = (0, false);
    try
    {
        await foreach (var page in client.Observations.ListAsync(Population, patientId))
            (count, complete) = (count + page.Items.Count, !page.HasMore);
    }
    finally
    {
        Console.WriteLine($"{count} observations{(complete ? "" : ", and there may be more")}");
    }
}

// The message holds an operation, a status and a correlation ID to quote; never a patient.
static int Fail(string advice, HealtheIntentException error)
{
    Console.Error.WriteLine($"{advice} {error.Message}");
    return 1;
}
