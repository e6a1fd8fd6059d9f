using Gms.Platform;

namespace Gms.DepartureOrientation.Assessments;

/// <summary>Why an assessment is not required, shown or taken.</summary>
static class AssessmentProblems
{
    public static Problem AssessmentUnknown() =>
        new("ASSESSMENT_UNKNOWN", "There is no such assessment in that version.", "assessment", "Send a code and version from ListAssessments.");

    public static Problem AssessmentRequiredAlready() =>
        new("ASSESSMENT_REQUIRED_ALREADY", "The edition asks for an assessment already.", "curriculum_id", "Publish another edition to ask for another one.");

    public static Problem AssessmentEditionInUse() =>
        new("ASSESSMENT_EDITION_IN_USE", "A session of this edition is planned already: its workers were told of no assessment.", "curriculum_id", "Publish another edition and require it there before a session is planned.");

    public static Problem AssessmentLanguages(IEnumerable<string> lacking) =>
        new("ASSESSMENT_LANGUAGES", $"The curriculum is taught in languages in which the assessment is not: {string.Join(", ", lacking)}.", "assessment", "Choose an assessment in every language of the curriculum.");

    public static Problem AssessmentNotRequired() =>
        new("ASSESSMENT_NOT_REQUIRED", "The session's curriculum asks for no assessment.", "session_id", "Nothing more is needed.");

    public static Problem AssessmentLanguage(IEnumerable<string> offered) =>
        new("ASSESSMENT_LANGUAGE", "The assessment is not in that language.", "language", $"Choose one of: {string.Join(", ", offered)}.");

    public static Problem AssessmentNotYet(int attended, int needed) =>
        new("ASSESSMENT_NOT_YET", $"The worker attended {attended} of the {needed} minutes that the curriculum asks for.", "worker_number", "Take the assessment when they are attended.");

    public static Problem AssessmentPassed() =>
        new("ASSESSMENT_PASSED", "The worker has passed it.", "worker_number", "Nothing more is needed.");

    public static Problem AssessmentNoAttemptLeft(int most) =>
        new("ASSESSMENT_NO_ATTEMPT_LEFT", $"The worker has tried {most} times.", "worker_number", "Let the worker attend another session.");

    public static Problem AssessmentWait(DateTimeOffset until) =>
        new("ASSESSMENT_WAIT", $"The next attempt is possible from {until.UtcDateTime:yyyy-MM-dd HH:mm} UTC.", "worker_number", "Look at what was answered wrongly, and come back then.");

    public static Problem AssessmentOver(DateOnly last) =>
        new("ASSESSMENT_OVER", $"The last day for this session's assessment was {last:yyyy-MM-dd}.", "session_id", "Let the worker attend another session.");

    public static Problem AssessmentQuestionUnknown(int index) =>
        new("ASSESSMENT_QUESTION_UNKNOWN", "The assessment has no such question or option, or the question is answered twice.", $"answers[{index}].question", "Send each question of GetQuestions once, with one of its options.");

    public static Problem AssessmentTakenMeanwhile() =>
        new("ASSESSMENT_TAKEN_MEANWHILE", "The worker's answers were sent from elsewhere just now.", "worker_number", "Read the result.");
}
