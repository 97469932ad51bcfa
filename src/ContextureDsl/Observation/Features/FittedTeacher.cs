namespace ContextureDsl.Observation;

/// <summary>What new rows of a teacher's outputs are evaluated with.</summary>
internal sealed class FittedTeacher(TeacherFunctions functions, Alphabet<Corner> corners) : FittedState
{
    public TeacherFunctions Functions => functions;

    /// <summary>The values of A.</summary>
    public Alphabet<Corner> Corners => corners;
}
