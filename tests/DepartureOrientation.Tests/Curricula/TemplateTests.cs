using Gms.Testing;
using Gms.Type.V1;
using Grpc.Core;
using Xunit;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Tests.Curricula;

public sealed class TemplateTests(DepartureOrientationHost host) : IClassFixture<DepartureOrientationHost>
{
    readonly Proto.Curricula.CurriculaClient _manager = new(host.As(A.Manager));

    [Fact]
    public async Task The_guideline_has_ten_modules_with_working_titles_and_says_that_they_are()
    {
        var templates = (await _manager.ListTemplatesAsync(new())).Templates;

        Assert.Equal(["LA-FSM-TOT", "LA-FSM-ROLLOUT"], templates.Select(t => t.TemplateId));
        Assert.All(templates, t =>
        {
            Assert.Equal(10, t.Modules.Count);
            Assert.DoesNotContain(t.Modules, m => m.OfficialTitle);
            Assert.Equal((Confidence.Low, ""), (t.Source.Confidence, t.Source.EffectiveFrom));
            Assert.Contains("not published", t.Note, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task An_office_publishes_from_a_template_as_it_is()
    {
        foreach (var template in (await _manager.ListTemplatesAsync(new())).Templates)
            Assert.Equal(1, (await _manager.PublishCurriculumAsync(new()
            {
                RequestId = Given.New(),
                Country = "LA",
                Code = template.TemplateId,
                Title = template.Title,
                Stage = template.Stage,
                Programme = template.Programme,
                MinimumShare = 80,
                Modules = { template.Modules },
            })).Edition);
    }

    [Fact]
    public async Task A_length_is_told_with_its_confidence_and_an_unknown_one_is_none()
    {
        var programmes = (await _manager.ListProgrammesAsync(new() { Country = "KH" })).Programmes.ToDictionary(p => p.ProgrammeId);

        Assert.Equal((360, "KH-TH", Confidence.Low), (programmes["KH-PDO"].LeastMinutes, programmes["KH-PDO"].Corridor, programmes["KH-PDO"].Source.Confidence));
        Assert.DoesNotContain("LA-PDO", programmes.Keys);
        Assert.Equal(0, (await _manager.ListProgrammesAsync(new() { Country = "LA" })).Programmes.Single(p => p.ProgrammeId == "LA-PDO").LeastMinutes);
        Assert.DoesNotContain((await _manager.ListProgrammesAsync(new() { Country = "KH", Day = new() { Year = 2010, Month = 1, Day = 1 } })).Programmes, p => p.ProgrammeId == "KH-PDO");
    }

    [Fact]
    public async Task An_add_on_adds_to_a_curriculum_of_the_same_stage_for_a_sector_or_a_country_of_work()
    {
        var basis = Given.Curriculum();
        await _manager.PublishCurriculumAsync(basis);
        Proto.PublishCurriculumRequest AddOn(string to, string? sector = "SEA_FISHING")
        {
            var request = Given.Curriculum();
            (request.AddsTo, request.Destination) = (to, "");
            if (sector is not null)
                request.Sectors.Add(sector);
            return request;
        }

        var id = (await _manager.PublishCurriculumAsync(AddOn(basis.Code))).CurriculumId;

        var shown = (await _manager.GetCurriculumAsync(new() { CurriculumId = id })).Curriculum;
        Assert.Equal((basis.Code, "SEA_FISHING"), (shown.AddsTo, Assert.Single(shown.Sectors)));
        Assert.Equal(["CURRICULUM_BASE_UNKNOWN"], await Refused.Codes(StatusCode.FailedPrecondition, () => _manager.PublishCurriculumAsync(AddOn("nothing"))));
        Assert.Equal(["CURRICULUM_ADD_ON_OF_NOTHING"], await Refused.Codes(StatusCode.FailedPrecondition, () => _manager.PublishCurriculumAsync(AddOn(basis.Code, sector: null))));
        Assert.Equal(["sectors[0]"], await Refused.Fields(StatusCode.InvalidArgument, () => _manager.PublishCurriculumAsync(AddOn(basis.Code, "NO_SUCH"))));
    }
}
