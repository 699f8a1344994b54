using System.Text.Json;
using HealtheIntent.Client;
using HeiChartViewer.Flux;
using HeiChartViewer.Web.Audit;
using HeiChartViewer.Web.Chart.Demographics;
using HeiChartViewer.Web.Failures;
using HeiChartViewer.Web.Tenants;

namespace HeiChartViewer.Web.Search;

/// <summary>Makes a person search: recorded first, then asked, then each person's demographics read.</summary>
public sealed class PersonSearchEffects(
    TenantClients clients,
    IAuditLog audit,
    ViewerTenants tenants
)
{
    /// <summary>People shown at once; each costs a call for their demographics.</summary>
    public const int PageSize = 20;

    private const int ReadAtOnce = 4;

    private ViewerTenant Tenant => tenants.SignIn;

    /// <summary>Searches; a newer search ends this one.</summary>
    [EffectMethod(Mode = EffectMode.Latest)]
    public async Task On(
        SearchPeople search,
        IDispatcher dispatcher,
        CancellationToken cancellation
    )
    {
        try
        {
            await audit.WriteAsync(
                [
                    search.User.Audited(AuditAction.PersonSearched) with
                    {
                        Tenant = Tenant.Mnemonic,
                        RemoteAddress = search.RemoteAddress,
                        Detail = AuditText.Query(
                            JsonSerializer.SerializeToUtf8Bytes(search.Criteria)
                        ),
                    },
                ],
                cancellation
            );
            var page = await clients
                .Of(Tenant)
                .Patients.SearchAsync(
                    Tenant.PopulationId,
                    search.Criteria.ToSearch(),
                    new OffsetQuery { Offset = search.Offset, Limit = PageSize },
                    cancellation
                )
                .FirstAsync(cancellation);
            var hits = new PersonHit[page.Items.Count];
            await Parallel.ForAsync(
                0,
                hits.Length,
                new ParallelOptions
                {
                    MaxDegreeOfParallelism = ReadAtOnce,
                    CancellationToken = cancellation,
                },
                async (i, token) => hits[i] = await ReadAsync(page.Items[i].Id, token)
            );
            var fitting = hits.Where(hit => hit.MayBe(search.Criteria.Sex)).ToList();
            dispatcher.Dispatch(
                new PeopleFound(
                    search,
                    fitting,
                    hits.Length - fitting.Count,
                    page.TotalResults,
                    page.HasMore
                )
            );
        }
        catch (HealtheIntentException error)
        {
            dispatcher.Dispatch(new PersonSearchFailed(search, HealtheIntentFailure.From(error)));
        }
        catch (AuditUnavailableException)
        {
            dispatcher.Dispatch(new PersonSearchNotRecorded(search));
        }
    }

    /// <summary>Shows people again who were opened before: each is recorded first, as every showing is (design rule 6).</summary>
    [EffectMethod(Mode = EffectMode.Latest)]
    public async Task On(
        ShowRecentPeople recent,
        IDispatcher dispatcher,
        CancellationToken cancellation
    )
    {
        try
        {
            await audit.WriteAsync(
                [
                    .. recent.People.Select(person =>
                        recent.User.Audited(AuditAction.RecentPersonShown) with
                        {
                            Tenant = Tenant.Mnemonic,
                            DataPartitionId = person.Sources[0].DataPartitionId,
                            SourcePersonId = person.Sources[0].Id,
                            PatientId = person.PatientId,
                            RemoteAddress = recent.RemoteAddress,
                        }
                    ),
                ],
                cancellation
            );
            dispatcher.Dispatch(new RecentPeopleShown(recent));
        }
        catch (AuditUnavailableException)
        {
            // Not shown, then: the search itself will say that nothing can be recorded.
        }
    }

    private async Task<PersonHit> ReadAsync(string patientId, CancellationToken cancellation)
    {
        try
        {
            var records = new List<DemographicRecord>();
            await foreach (
                var page in clients
                    .Of(Tenant)
                    .Patients.ListDemographicsAsync(
                        Tenant.PopulationId,
                        patientId,
                        cancellationToken: cancellation
                    )
            )
            {
                if (
                    (page.PatientId is { } about && about != patientId)
                    || page.Items.Any(record =>
                        record.Patient?.Id is { } named && named != patientId
                    )
                )
                    return new PersonHit(patientId)
                    {
                        Failure = new(FailureKind.ForeignPatient, "patient")
                        {
                            CorrelationId = page.CorrelationId,
                        },
                    };
                records.AddRange(page.Items);
            }
            List<SourceIdentifier> sources =
            [
                .. records.Select(r => r.SourceIdentifier).OfType<SourceIdentifier>(),
            ];
            return new PersonHit(patientId)
            {
                Identity = sources.Count == 0 ? null : PatientIdentity.From(records, sources[0]),
                Sources = sources,
                Sexes = RecordedSexes.Of(records),
            };
        }
        catch (HealtheIntentException error)
        {
            return new PersonHit(patientId) { Failure = HealtheIntentFailure.From(error) };
        }
    }
}
