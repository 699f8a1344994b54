using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Claims;
using HeiChartViewer.Web.SignIn;

namespace HeiChartViewer.Web.Search;

/// <summary>
/// Whom each coordinator has opened since they signed in, the latest first. It is kept in this process's memory for as
/// long as that sign-in is open, and nowhere else: no cookie and no browser storage knows of it (design rule 7).
/// </summary>
public sealed class RecentPeople : IDisposable
{
    /// <summary>As many as can be told apart at a glance.</summary>
    public const int Most = 8;

    private readonly ConcurrentDictionary<string, ImmutableList<PersonHit>> _opened = new();
    private readonly SignInTickets _tickets;

    /// <summary>Keeps them until their sign-in ends.</summary>
    public RecentPeople(SignInTickets tickets)
    {
        _tickets = tickets;
        _tickets.Ended += OnSignInEnded;
    }

    /// <summary>Whom the user of this sign-in has opened; nobody, once it has ended.</summary>
    public IReadOnlyList<PersonHit> Of(ClaimsPrincipal user)
    {
        Forget();
        return SignInTickets.KeyOf(user) is { } key ? _opened.GetValueOrDefault(key, []) : [];
    }

    /// <summary>The user has opened somebody's chart.</summary>
    public void Add(ClaimsPrincipal user, PersonHit person)
    {
        if (SignInTickets.KeyOf(user) is { } key && _tickets.IsOpen(user))
            _opened.AddOrUpdate(key, _ => With([], person), (_, known) => With(known, person));
        Forget();
    }

    /// <inheritdoc />
    public void Dispose() => _tickets.Ended -= OnSignInEnded;

    /// <summary>Whom a person could be taken for was so in the answer that they came from.</summary>
    private static ImmutableList<PersonHit> With(
        ImmutableList<PersonHit> known,
        PersonHit person
    ) =>
        [
            person with
            {
                Likenesses = [],
            },
            .. known.Where(one => one.PatientId != person.PatientId).Take(Most - 1),
        ];

    private void OnSignInEnded(object? sender, EventArgs e) => Forget();

    private void Forget()
    {
        foreach (var key in _opened.Keys)
            if (!_tickets.IsOpen(key))
                _opened.TryRemove(key, out _);
    }
}
