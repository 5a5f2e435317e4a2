/** The ready files of a course: their names beside the course's page, and what they are called. */
export const COURSE_FILES = {
  learner: { name: 'learner.docx', label: '学员册（Word）', saved: '学员册.docx' },
  teacher: { name: 'teacher.docx', label: '教师册（Word）', saved: '教师册.docx' },
  slides: { name: 'slides.pptx', label: '幻灯片（PPTX）', saved: '幻灯片.pptx' },
} as const;

export type CourseFile = keyof typeof COURSE_FILES;
