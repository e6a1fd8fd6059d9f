using Gms.Platform;
using Gms.Testing;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Tests.Curricula;

public sealed class PublishCurriculumTests(DepartureOrientationHost host) : IClassFixture<DepartureOrientationHost>
{
    readonly Proto.Curricula.CurriculaClient _manager = new(host.As(A.Manager));

    [Fact]
    public async Task A_published_curriculum_can_be_read_with_its_modules_in_order_and_is_an_event()
    {
        var request = Given.Curriculum();

        var published = await _manager.PublishCurriculumAsync(request);

        var shown = (await _manager.GetCurriculumAsync(new() { CurriculumId = published.CurriculumId })).Curriculum;
        Assert.Equal(request.Modules, shown.Modules);
        Assert.Equal((1, 360), (shown.Edition, shown.TotalMinutes));
        Assert.Equal(["lo"], shown.Languages);
        var happened = Assert.Single(await host.Db(db => db.Outbox.Where(e => e.SubjectId == published.CurriculumId).ToListAsync()));
        Assert.Equal(("gms.departure-orientation.curriculum-published:1", 1L), (happened.Name, happened.SubjectVersion));
        Assert.Equal(["CURRICULUM_LENGTH", "CURRICULUM_RIGHTS_CONTENT", "CURRICULUM_GENDER_CONTENT"], published.Checks.Select(c => c.Code));
    }

    [Fact]
    public async Task The_same_code_again_is_the_next_edition_over_the_same_module_versions()
    {
        await _manager.PublishCurriculumAsync(Given.Curriculum("TWICE"));
        var modules = await host.Db(db => db.Modules.CountAsync());

        var again = await _manager.PublishCurriculumAsync(Given.Curriculum("TWICE"));

        Assert.Equal(2, again.Edition);
        Assert.Equal(modules, await host.Db(db => db.Modules.CountAsync()));
    }

    [Fact]
    public async Task A_module_version_with_other_content_is_refused_and_nothing_is_written()
    {
        await _manager.PublishCurriculumAsync(Given.Curriculum());
        var request = Given.Curriculum("CHANGED");
        request.Modules[1].Minutes = 200;

        Assert.Equal(["MODULE_VERSION_DIFFERS"], await Refused.Codes(StatusCode.FailedPrecondition, () => _manager.PublishCurriculumAsync(request)));
        Assert.False(await host.Db(db => db.Curricula.AnyAsync(c => c.Code == "CHANGED")));
    }

    [Fact]
    public async Task The_same_request_twice_publishes_once()
    {
        var request = Given.Curriculum();

        Assert.Equal(await _manager.PublishCurriculumAsync(request), await _manager.PublishCurriculumAsync(request));
    }

    [Fact]
    public async Task Another_country_s_manager_does_not_publish_here()
    {
        var thai = new Proto.Curricula.CurriculaClient(host.As(Who.Is(Role.TrainingManager, "TH")));

        Assert.Equal(["OUTSIDE_SCOPE"], await Refused.Codes(StatusCode.PermissionDenied, () => thai.PublishCurriculumAsync(Given.Curriculum())));
    }

    [Fact]
    public async Task A_trainer_does_not_publish()
    {
        var trainer = new Proto.Curricula.CurriculaClient(host.As(A.Trainer));

        Assert.Equal(["PERMISSION_MISSING"], await Refused.Codes(StatusCode.PermissionDenied, () => trainer.PublishCurriculumAsync(Given.Curriculum())));
    }

    [Theory]
    [InlineData("modules[1].languages[0]")]
    [InlineData("modules[1].topics[0]")]
    [InlineData("modules[1].code")]
    [InlineData("modules[1].stage")]
    [InlineData("programme")]
    [InlineData("minimum_share")]
    public async Task A_field_at_fault_is_named(string field)
    {
        var request = Given.Curriculum();
        var module = request.Modules[1];
        switch (field)
        {
            case "modules[1].languages[0]":
                module.Languages[0] = "Lao!";
                break;
            case "modules[1].topics[0]":
                module.Topics[0] = "CT99";
                break;
            case "modules[1].code":
                module.Code = "";
                break;
            case "modules[1].stage":
                module.Stage = Proto.Stage.Unspecified;
                break;
            case "programme":
                request.Programme = "XX-PDO";
                break;
            default:
                request.MinimumShare = 49;
                break;
        }

        Assert.Equal([field], await Refused.Fields(StatusCode.InvalidArgument, () => _manager.PublishCurriculumAsync(request)));
    }

    [Fact]
    public async Task A_list_goes_on_where_its_page_ended()
    {
        await _manager.PublishCurriculumAsync(Given.Curriculum());
        await _manager.PublishCurriculumAsync(Given.Curriculum());

        var first = await _manager.ListCurriculaAsync(new() { Country = "LA", PageSize = 1 });
        var second = await _manager.ListCurriculaAsync(new() { Country = "LA", PageSize = 1, PageToken = first.NextPageToken });

        Assert.NotEqual(Assert.Single(first.Curricula).CurriculumId, Assert.Single(second.Curricula).CurriculumId);
        Assert.Empty((await _manager.ListCurriculaAsync(new() { Country = "KH" })).Curricula);
        Assert.Empty((await _manager.ListCurriculaAsync(new() { Stage = Proto.Stage.Return })).Curricula);
    }

    [Fact]
    public async Task An_unknown_curriculum_is_not_found() =>
        Assert.Equal(["CURRICULUM_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => _manager.GetCurriculumAsync(new() { CurriculumId = Given.New() })));
}
