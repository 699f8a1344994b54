using System.Security.Claims;
using HealtheIntent.Client;
using HeiChartViewer.Web.Search;
using HeiChartViewer.Web.Sessions;
using HeiChartViewer.Web.SignIn;

namespace HeiChartViewer.Tests.Unit.Web.Search;

/// <summary>Whom a coordinator has opened is known to their own sign-in, and ends with it (design rules 1 and 7).</summary>
public sealed class RecentPeopleTests : IDisposable
{
    private readonly ManualClock _clock = new();
    private readonly SignInTickets _tickets;
    private readonly RecentPeople _recent;

    public RecentPeopleTests()
    {
        _tickets = new SignInTickets(_clock);
        _recent = new RecentPeople(_tickets);
    }

    public void Dispose() => _recent.Dispose();

    [Fact]
    public void The_latest_comes_first_each_once_and_no_more_than_can_be_told_apart()
    {
        var ann = SignIn("ann");
        foreach (var id in Enumerable.Range(1, RecentPeople.Most + 3).Append(5))
            _recent.Add(ann, Hit($"{id}"));

        Assert.Equal(
            ["5", "11", "10", "9", "8", "7", "6", "4"],
            _recent.Of(ann).Select(person => person.PatientId)
        );
    }

    [Fact]
    public void Rule_1_Another_sign_in_of_the_same_user_knows_nothing_of_them()
    {
        var here = SignIn("ann");
        var there = SignIn("ann");
        _recent.Add(here, Hit("1"));

        Assert.Empty(_recent.Of(there));
        Assert.Empty(_recent.Of(new ClaimsPrincipal(new ClaimsIdentity())));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Nothing_is_kept_of_a_sign_in_that_has_ended(bool endedBySomebody)
    {
        var ann = SignIn("ann");
        _recent.Add(ann, Hit("1"));

        if (endedBySomebody)
            _tickets.End(new SignedOutUser("ann", null));
        else
            _clock.Advance(TimeSpan.FromHours(1));

        Assert.Empty(_recent.Of(ann));
        _recent.Add(ann, Hit("2"));
        Assert.Empty(_recent.Of(ann));
    }

    [Fact]
    public void A_likeness_was_to_somebody_in_the_answer_and_is_not_kept()
    {
        var ann = SignIn("ann");
        _recent.Add(ann, Hit("1") with { Likenesses = [Likeness.Name] });

        Assert.Empty(_recent.Of(ann)[0].Likenesses);
    }

    private static PersonHit Hit(string id) =>
        new(id) { Sources = [new SourceIdentifier(Sample.Partition, id)] };

    private ClaimsPrincipal SignIn(string user) =>
        _tickets.Find(
            _tickets.Open(
                UserClaims.Principal(
                    new ChartUser(user, user) { Roles = [Roles.Coordinator] },
                    null
                ),
                _clock.GetUtcNow() + TimeSpan.FromHours(1)
            )
        )!;
}
